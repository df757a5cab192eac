export const passkeys = {
  title: 'Passkeys',
  about: 'Each of these signs you in by itself. Keep at least two, in different places.',
  list: 'Your passkeys',
  none: 'No passkeys yet',
  noneHint: 'Make one with the button above. From then on this device signs you in.',
  add: {
    button: 'Add a passkey',
    where: 'Your browser will ask where to keep it: this device, a phone or a security key.',
    done: '“{name}” was added',
    told: 'We also told you by mail.',
    nextSynced:
      'It signs you in wherever your password manager does. Another one elsewhere, like a security key, is for the day you lose that.',
    nextBound: 'It is gone when that device is: keep another one in a different place.',
  },
  lives: {
    provider: 'On all your devices with {provider}',
    synced: 'On all devices that share your password manager',
    copyable: 'On one device so far; your password manager can copy it to others',
    key: 'On a security key',
    device: 'On one device only',
  },
  made: 'Made <made></made> · never used to sign in',
  used: 'Made <made></made> · last used <used></used>',
  regressed: 'Perhaps copied',
  regressedHint:
    'Its counter went backwards <time></time>: there may be a copy of it. If you are not sure why, remove it and make a new one.',
  only: {
    title: 'This is your only passkey',
    synced:
      'It is safe with your password manager. A second one somewhere else, like a security key, helps if you ever lose that account.',
    device:
      'It lives on one device and is gone when that device is. Make a second one on a phone, another computer or a security key.',
    known: 'I know',
  },
  actions: 'What to do with {name}',
  rename: {
    done: '“{name}” is its name now.',
    button: 'Rename',
    label: 'Rename {name}',
    title: 'Rename this passkey',
    name: 'Name',
    hint: 'Something you will recognise, like “Work laptop”. Your password manager keeps its own name for it.',
  },
  remove: {
    button: 'Remove',
    label: 'Remove {name}',
    title: 'Remove “{name}”?',
    signIn: 'It will no longer sign you in, from the next moment on.',
    copy: 'The copy in your password manager may stay there; you can delete it yourself.',
    undo: 'This cannot be undone, but you can make a new one.',
    keep: 'Keep it',
    confirm: 'Remove this passkey',
    done: '“{name}” was removed. We also told you by mail.',
  },
  leftOver: {
    title: '“{name}” was removed',
    hint: '{count, plural, one {One other device is still signed in with it. If the passkey was lost or taken, sign it out.} other {# other devices are still signed in with it. If the passkey was lost or taken, sign them out.}}',
    leave: 'Leave signed in',
    signOut: '{count, plural, one {Sign it out} other {Sign them out}}',
  },
} as const
