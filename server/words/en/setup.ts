export const setup = {
  title: 'Become the owner',
  intro: 'Nobody administers this site yet. The first owner can see who has an account, help people and give roles.',
  noLink: 'Open the link that “npx latchkey setup” prints on the server. It works for an hour.',
  needsAccount: 'An owner is an ordinary account with a passkey and a second way in. Make yours, then come back here.',
  signUp: 'Create your account',
  signIn: 'I have an account',
  as: 'You are signed in as {email}.',
  become: 'Become the owner',
  addWay: 'Add a second way in',
  done: 'You are the owner',
} as const
