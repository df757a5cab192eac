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
      'You are signed out everywhere, and you can’t sign in or recover the account for now. A recovery that was under way is cancelled. Nothing is deleted.',
    unsuspended: 'You can sign in again, with the same passkeys and codes as before.',
    sessions_ended: 'Sign in again to go on. Your passkeys and codes work as before.',
    recovery_cancelled: 'Whoever asked for it has to start again, and wait again.',
    role_granted: 'You can now see and do what this role allows. It opens only after a sign-in with your passkey.',
    role_removed: 'Your account itself works as before.',
    roles_confirmed: 'They count again.',
  },
  access: {
    groupGiven: '{by} added you to the group “{name}”.',
    groupTaken: '{by} took you out of the group “{name}”.',
    roleGiven: '{by} gave you the role “{name}” in the app “{app}”.',
    roleTaken: '{by} took the role “{name}” in the app “{app}” from you.',
  },
  by: {
    operator: 'The operator of {product}',
    named: '{admin}, an administrator of {product},',
    admin: 'An administrator of {product}',
  },
  accessMeans: {
    given: 'Apps that use {product} may now let you do more.',
    taken: 'Apps that use {product} may now let you do less. Your account itself works as before.',
  },
  rules: {
    group: '{by} changed the group “{name}”.',
    role: '{by} changed the role “{name}” in the app “{app}”.',
    policy: '{by} changed the policy “{name}” of the app “{app}”.',
    key: '{by} made or revoked the service key “{name}” of the app “{app}”.',
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
