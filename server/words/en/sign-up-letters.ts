/** Letters about who may sign up. */
export const signUpLetters = {
  notAllowed:
    'Someone tried to create an account at {product} with this address. Accounts there are only for addresses of certain organisations, and this isn’t one of them.',
  notAllowedHint: 'If it was you, try again with the address of your organisation, or ask whoever runs the site.',
  ignore: 'You can ignore this e-mail. No account was created.',
  waiting:
    'Your account at {product} is created, and waits for an administrator to approve it. You can’t sign in before that.',
  waitingHint: 'We write to you when they have decided. There is nothing to do until then.',
  approved: 'Your account at {product} was approved. You can sign in now.',
  approvedHint: 'Sign in with the passkey that you created when you signed up.',
  declined: 'Your account at {product} was not approved, and was deleted with everything we had stored about you.',
  declinedHint: 'Your device may still have a passkey for {product}. It doesn’t work, and you can delete it there.',
  invited:
    '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} invites you to create an account there, with this address.',
  invitedHint: 'You need a device that can create a passkey: most phones and computers can.',
  invitedIgnore: 'If you don’t want that, you can ignore this e-mail. Without you, no account is created.',
  until: 'Valid until',
  accept: 'Create my account',
  changed:
    '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} changed who may sign up.',
  modes: {
    open: 'Everybody may now create an account.',
    invitation: 'Only people with an invitation may now create an account.',
    domain: 'Only people with an address of certain domains, or with an invitation, may now create an account.',
    approval:
      'Everybody may now create an account, and an administrator has to approve each one. An invitation counts as approved.',
    closed: 'Nobody may create an account now, not even with an invitation.',
  },
  domains: 'Domains',
  people: 'Someone has created an account at {product} and waits for approval.',
  peopleHint: 'More people may follow. We write again when nobody is waiting any more and someone new comes.',
  decide: 'Look at who is waiting',
} as const
