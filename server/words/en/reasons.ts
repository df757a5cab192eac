/** Why exactly something was refused, where the general sentence of the refusal is not enough. */
export const reasons = {
  addressMalformed: 'That does not look like an e-mail address.',
  addressYours: 'This address is yours already.',
  addressesFull: 'An account can have {most, number} addresses.',
  addressPrimary: 'This is your primary address. Make another one primary first.',
  addressesTooNew: 'Your other addresses are too new to recover the account. Keep this one until one of them can.',
  recoveredLately:
    'This account was recovered lately. You can do this in {hours, plural, one {# hour} other {# hours}}.',
  recoveryUnderWay: 'A recovery of this account is under way. Cancel it first.',
  appCodeWrong: 'That code is not right. Wait for the next one in the app and try again.',
  codeShape: 'That is neither a six-digit code nor a backup code.',
  codeWrongOrUsed: 'That code is not right, or was used before.',
  codeTooEarly: 'The wait is over. Ask for a fresh code to go on.',
  passwordNeedsApp: 'A password needs an authenticator app beside it. Set that up first.',
  passwordTooShort: 'Use at least {least, number} characters. A few words in a row are easy to remember.',
  passwordTooLong: 'Use at most {most, number} characters.',
  passwordListed:
    'This is one of the passwords that are tried first: a common word or a stolen password, with little of your own around it.',
  passwordTwoListed:
    'This is two passwords from lists of common and stolen ones, put together. Take something of your own.',
  passwordRepeats: 'This is one short piece over and over. Take a few words in a row instead.',
  passwordOwnWords: 'This is made of words that belong to you or to this site. Take others.',
} as const
