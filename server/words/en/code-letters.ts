export const codeLetters = {
  type: {
    'sign-up-code':
      'Enter this code to create your {product} account. Use the tab where you started. The code works for 10 minutes, and only in that browser.',
    'recovery-code':
      'Enter this code to get back into your {product} account. Use the tab where you started. The code works for 10 minutes, and only in that browser.',
    'email-code':
      'Enter this code to add this address to your {product} account. Use the tab where you started. The code works for 10 minutes, and only in that browser.',
    'removal-code':
      'Enter this code to remove a way to sign in to your {product} account for good. Use the tab where you started. The code works for 10 minutes, and only in that browser.',
    'rehearsal-code':
      'Enter this code to rehearse losing a device. Use the tab where you started. It opens nothing, and works for 10 minutes.',
  },
  long: 'Many codes were asked for this address. So this code has twelve digits, and one e-mail answers several requests. Below is the first of them.',
  neverAsked: 'Nobody from {product} will ever ask you for this code: not by phone, not by e-mail, not in a chat.',
  notYou: {
    'sign-up-code':
      'Someone may have mistyped their own address. You can ignore this e-mail. Without the code, no account is created.',
    'recovery-code':
      'Someone entered your address on our page. They can’t continue without this code, so you can ignore this e-mail. Never tell the code to anyone. Whoever asks you for it is trying to get into your account.',
    'email-code':
      'Someone may have mistyped their own address. You can ignore this e-mail. Without the code, the address is not added.',
    'removal-code':
      'Somebody is signed in to your account and wants to remove one of your ways in for good. They can’t without this code. Never tell it to anyone. Sign in, check your ways in, and sign out everywhere else.',
    'rehearsal-code':
      'Somebody is signed in to your account and pressed “Rehearse”. The code opens nothing. If it wasn’t you, sign in and sign out everywhere else.',
  },
} as const
