/** Rehearsing the loss of a device. */
export const rehearsal = {
  title: 'Rehearse losing this device',
  about:
    'Imagine this device is gone, now. Below is what you would need. Nothing is used up and nothing changes; we only write down when you rehearsed.',
  remaining: 'What would still work',
  mailbox: {
    title: 'Can you read your mailbox?',
    about: 'We send a code to {email}. Read it on another device if you can. The code opens nothing.',
    send: 'Send me a code',
    sentTo: 'We sent a code to <b>{email}</b>.',
    sentLater: 'We will send a code to <b>{email}</b>.',
    code: 'Code from the e-mail',
    check: 'Check the code',
    over: 'The code has run out. Send a new one.',
    done: 'You can read your mailbox.',
  },
  codes: {
    title: 'Do you have your backup codes?',
    about: 'Fetch them from where you keep them, and type one here. We look at its form only, so it stays unused.',
    none: 'You have no backup codes. Create some, and keep them away from this device.',
    create: 'Create backup codes',
    code: 'A backup code',
    check: 'Check its form',
    fits: 'This has the form of a backup code. It was not compared or used.',
    no: 'This doesn’t have the form of a backup code: four letters or digits, five times. Look for the right paper.',
  },
  app: {
    title: 'Is your authenticator app on another device?',
    about: 'Open it there and look for {product}. If the app is only on this device, it would be gone too.',
    yes: 'Yes, it’s there',
    done: 'Your app would still work.',
    none: 'You have no authenticator app. It gets you in at once, together with your mailbox.',
    setUp: 'Set up an app',
  },
  done: {
    title: 'Rehearsed',
    about: 'You know the way back. Rehearse again in half a year, or when you change your phone.',
    back: 'Back to the overview',
  },
  last: 'You last rehearsed <time></time>.',
} as const
