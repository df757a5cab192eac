export const sessions = {
  title: 'Devices and sessions',
  about: 'Everywhere you are signed in. A session you end is over at its next click, whoever holds it.',
  list: 'Your sessions',
  nowhereElse: 'You are signed in nowhere else.',
  thisDevice: 'This device',
  way: {
    sign_up: 'Opened when the account was made',
    passkey: 'Signed in with “{passkey}”',
    removedPasskey: 'Signed in with a passkey that was removed since',
    password: 'Signed in with your password and a second step',
    mailbox_code: 'Signed in with a code from your mailbox and a second step',
    recovery: 'Opened by a recovery',
  },
  inUse: 'Began <began></began> · in use now · from {ip}',
  lastSeen: 'Began <began></began> · last seen <seen></seen> · from {ip}',
  ends: 'Ends by itself <time></time> at the latest',
  end: {
    done: '{device} is signed out.',
    button: 'End',
    label: 'End the session on {device}',
    title: 'End this session?',
    about:
      '{device} will be signed out at its next click. Its passkey still works: to keep someone out, remove that too.',
    keep: 'Keep it',
    confirm: 'End this session',
  },
  endOthers: {
    done: 'You are signed in nowhere else any more.',
    button: 'End all other sessions',
    title: 'End all other sessions?',
    about:
      '{count, plural, one {The other session is signed out at the next click. You stay signed in here.} other {The # other sessions are signed out at the next click. You stay signed in here.}}',
    keep: 'Keep them',
    confirm: 'End all others',
  },
} as const
