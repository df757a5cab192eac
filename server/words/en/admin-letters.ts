/** Letters about what administrators do. */
export const adminLetters = {
  acts: {
    suspended:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} suspended your account.',
    unsuspended:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} ended the suspension of your account.',
    sessions_ended:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} ended all your sessions.',
    recovery_cancelled:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} cancelled the recovery of your account.',
    role_granted:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} gave you the role “{role}”.',
    role_removed:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} took the role “{role}” from you.',
    roles_confirmed:
      '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} confirmed your roles after the recovery of your account.',
  },
  means: {
    suspended:
      'You are signed out everywhere, and you can’t sign in or recover the account for now. Nothing is deleted.',
    unsuspended: 'You can sign in again, with the same passkeys and codes as before.',
    sessions_ended: 'Sign in again to go on. Your passkeys and codes work as before.',
    recovery_cancelled: 'Whoever asked for it has to start again, and wait again.',
    role_granted: 'You can now see and do what this role allows. It opens only after a sign-in with your passkey.',
    role_removed: 'Your account itself works as before.',
    roles_confirmed: 'They count again.',
  },
  reason: 'Reason',
  until: 'Until',
  question: 'Ask whoever runs this site about it. They can’t sign in as you.',
  changes: {
    granted: '{address} now has the role “{role}” at {product}.',
    removed: '{address} no longer has the role “{role}” at {product}.',
    suspended:
      '{address} recovered their account at {product} with a mailbox. Their roles don’t count until an owner confirms them.',
    confirmed: 'The roles of {address} at {product} were confirmed after a recovery.',
  },
  owners: 'You get this because you are an owner.',
  ownersNotYou: 'If you didn’t expect that, ask the other owners.',
} as const
