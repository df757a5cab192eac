/** What surrounds every page of somebody who is signed in. */
export const shell = {
  more: 'More',
  menu: 'Your account',
  language: 'Language',
  administration: 'Administration',
  account: 'Your account',
  signOut: 'Sign out',
  ended: {
    title: 'You’re signed out',
    what: 'This session has ended: it expired, or was ended on another device. What you typed here stays. Sign in in a new tab, then come back to this one.',
    signIn: 'Sign in in a new tab',
  },
} as const
