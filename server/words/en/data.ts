export const data = {
  title: 'Your data',
  intro: 'What we know about you is yours. You can change it, take it with you, and have it deleted.',
  you: 'You',
  picture: 'Picture',
  pictureHint: 'Only you see it: it helps you tell your accounts apart. The middle of it is kept as a small square.',
  pictureChoose: 'Choose a picture',
  pictureChange: 'Change the picture',
  pictureRemove: 'Remove',
  pictureSaved: 'Your picture was saved.',
  pictureGone: 'Your picture was removed. Your initials are shown instead.',
  pictureUnreadable: 'This browser can’t show that file. Choose a picture as PNG, JPEG or WebP.',
  name: 'Name',
  nameHint:
    'Shown beside your passkeys if your password manager supports this. If you leave it empty, {email} is shown.',
  saveName: 'Save name',
  nameGone: 'Saved. Your address is now shown instead.',
  nameSaved: 'Saved. Your name is now “{name}”.',
  copy: 'A copy of everything',
  copyHint:
    'A file with your name, picture and addresses, the public keys of your passkeys, your devices, a list of the e-mails we sent you and the whole history of your account. Nothing in it opens your account.',
  verify:
    'Anyone can check offline that the history is intact, with <code>npx latchkey verify-activity {file}</code> in this product’s source.',
  download: 'Download my data',
  downloaded: 'Saved as {file}.',
  delete: 'Delete the account',
  deleteHint:
    'The account is deleted after seven days, with everything we store. If you sign in before then, it stays.',
  deleteHeld:
    'While a recovery of the account is under way, it can’t be deleted. Cancel the recovery first, or wait until it is over.',
  deleteOpen: 'Delete account …',
  deleteTitle: 'Delete your account?',
  signedOut: 'You’re signed out everywhere, right away.',
  sevenDays: 'For seven days nothing else happens. If you sign in once, the account stays.',
  allGoes: 'Then everything is deleted for good: passkeys, codes, addresses and history. Nobody can bring it back.',
  letters: 'Every address gets an e-mail now and one at the end.',
  keep: 'Keep my account',
  deleteNow: 'Delete my account',
} as const
