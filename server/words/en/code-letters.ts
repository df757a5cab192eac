export const codeLetters = {
  type: {
    'sign-up-code':
      'Type this code into the tab where you began, to make your {product} account. It works for 10 minutes, and only in that browser.',
    'recovery-code':
      'Type this code into the tab where you began, to get back into your {product} account. It works for 10 minutes, and only in that browser.',
    'email-code':
      'Type this code into the tab where you began, to add this address to your {product} account. It works for 10 minutes, and only in that browser.',
  },
  neverAsked: 'Nobody from {product} will ever ask you for it: not by phone, not by e-mail, not in a chat.',
  notYou: {
    'sign-up-code':
      'Somebody may have mistyped their own address. You can ignore this letter: without the code no account is made.',
    'recovery-code':
      'Somebody typed your address on our page. Without this code they get no further, so you can ignore this letter. Never tell the code to anyone: whoever asks you for it is trying to get into your account.',
    'email-code':
      'Somebody may have mistyped their own address. You can ignore this letter: without the code the address is not added.',
  },
} as const
