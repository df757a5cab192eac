export const removed = {
  title: 'Removed in the last days',
  about:
    'What had belonged to your account for ten days is kept for seven more. If someone else has it, remove it for good.',
  kind: {
    totp: 'Authenticator app',
    backup_codes: 'Backup codes',
    password: 'Password',
  },
  when: 'Removed <time></time>. Kept until <until></until>.',
  byRecovery: 'Removed by the recovery <time></time>. Kept until <until></until>.',
  takesBack: 'Whoever holds it can take the account back until then.',
  final: 'It can’t take the account back.',
  actions: 'Actions for the removed {name}',
  bringBack: {
    button: 'Bring back',
    label: 'Bring back {name}',
    done: '{name} is back.',
  },
  forGood: {
    button: 'Remove for good',
    label: 'Remove for good: {name}',
    title: 'Remove “{name}” for good?',
    why: 'Do this if someone else has it: then they can’t take the account back with it.',
    two: 'It takes two proofs: a code from one of your mailboxes, and one of your other ways in.',
    undo: 'You can still bring it back yourself for seven days.',
    address: 'Send the code to',
    none: 'None of your addresses is old enough yet. An address has to belong to the account for ten days.',
    send: 'Send a code',
    checkMailbox: 'Check that mailbox',
    sentTo:
      'We sent a code of {digits, number} digits to <b>{address}</b>. It works for ten minutes, in this tab only.',
    code: 'Code from the e-mail',
    over: 'That code has expired or was already used. Send a new one.',
    back: 'Back',
    confirm: 'Remove for good',
    done: '{name} was removed for good. We told all your addresses.',
  },
} as const
