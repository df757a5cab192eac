export const passkeyLetters = {
  added: 'The passkey “{name}” was added to your {product} account. It can now be used to sign in.',
  addedNotYou:
    'Sign in with a passkey of your own, remove this one, and sign out everywhere else. Then create new backup codes.',
  removed:
    'The passkey “{name}” was removed from your {product} account. It can no longer be used to sign in. You can delete it from the device that stores it.',
  removedNotYou:
    'Sign in and check which passkeys are left. Remove those you don’t know, and sign out everywhere else.',
  regressed: 'Someone tried to sign in to your {product} account with the passkey “{name}”. We refused it.',
  regressedWhy:
    'This passkey counts how often it is used, and its count went backwards. Someone may have copied it. It can also be a fault of the device or security key that stores it.',
  regressedHint:
    'Sign in with another passkey and look at this one in your list, where it is marked. If you still have the device and it was you, try again. If you are in doubt, remove the passkey and create a new one.',
  regressedNotYou: 'Remove the passkey now, and sign out everywhere else. Nobody got in with this attempt.',
  see: 'See your passkeys',
} as const
