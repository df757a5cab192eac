export const sessions = {
  title: 'Devices and sessions',
  about: 'This is everywhere you’re signed in. A session you end is over at its next click, whoever uses it.',
  list: 'Your sessions',
  nowhereElse: 'You’re not signed in anywhere else.',
  thisDevice: 'This device',
  way: {
    sign_up: 'Signed in when the account was created',
    passkey: 'Signed in with “{passkey}”',
    removedPasskey: 'Signed in with a passkey that has been removed',
    password: 'Signed in with your password and a second step',
    mailbox_code: 'Signed in with a code from your mailbox and a second step',
    recovery: 'Signed in through a recovery',
  },
  inUse: 'Started <began></began> · in use now · from {ip}',
  lastSeen: 'Started <began></began> · last seen <seen></seen> · from {ip}',
  ends: 'Ends by itself <time></time> at the latest',
  notMe: 'That wasn’t me',
  end: {
    done: '{device} is signed out.',
    button: 'End',
    label: 'End the session on {device}',
    title: 'End this session?',
    about:
      '{device} will be signed out at its next click. Its passkey still works. To keep someone out, remove the passkey too.',
    keep: 'Keep it',
    confirm: 'End this session',
  },
  endOthers: {
    done: 'You’re signed out everywhere else.',
    button: 'Sign out everywhere else',
    title: 'Sign out everywhere else?',
    about:
      '{count, plural, one {The other session ends at its next click. You stay signed in here.} other {The # other sessions end at their next click. You stay signed in here.}}',
    keep: 'Keep them',
    confirm: 'Sign out the others',
  },
} as const
