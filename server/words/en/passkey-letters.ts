export const passkeyLetters = {
  added: 'The passkey “{name}” was added to your {product} account. From now on it signs you in.',
  addedNotYou:
    'Sign in with a passkey of your own, remove this one, and end all other sessions. Then make new backup codes.',
  removed:
    'The passkey “{name}” was removed from your {product} account. It no longer signs you in, and you can delete it from the device that keeps it.',
  removedNotYou: 'Sign in, check which passkeys are left, remove those you do not know, and end all other sessions.',
  regressed: 'Someone tried to sign in to your {product} account with the passkey “{name}”. We refused it.',
  regressedWhy:
    'This passkey counts how often it is used, and its count went backwards. That can mean that somebody copied it. It can also be a fault of the device or security key that keeps it.',
  regressedHint:
    'Sign in with another passkey and look at this one in your list, where it is marked. Do you still have the device, and was it you? Then try again. If you are in doubt, remove the passkey and make a new one.',
  regressedNotYou: 'Remove the passkey now, and end all other sessions. Nobody got in with this attempt.',
  see: 'See your passkeys',
} as const
