/** Why exactly something was refused, where the general sentence of the refusal is not enough. */
export const reasons = {
  addressMalformed: 'That doesn’t look like an e-mail address.',
  addressYours: 'This address already belongs to your account.',
  addressesFull: 'An account can have up to {most, number} addresses.',
  addressPrimary: 'This is your primary address. Make another one primary first.',
  notSettled:
    'What was added to an account takes nothing away in its first ten days, so that a thief can’t. {days, plural, one {One day is} other {# days are}} left.',
  addressNotSettled:
    'This address was added to the account lately. It can be used to recover or to confirm {days, plural, one {in one day} other {in # days}}.',
  addressRemoved:
    'This address was removed from the account. It can’t start a recovery any more. A code of yours can still let you in.',
  recoveredByAnother:
    'Another address of the account has just recovered it. This one can start a recovery {days, plural, one {in one day} other {in # days}}. The main address can start one now.',
  passkeyOnly: 'Administration opens only in a session that began with a passkey. Sign in with your passkey.',
  noPermission: 'Your role doesn’t allow that.',
  untilIsPast: 'Choose a time in the future.',
  ownerForGood: 'An owner is an owner for good. Take the role away when it’s over.',
  twoWaysIn:
    'A role needs an account with a passkey and a second way in: another passkey, an authenticator app or backup codes.',
  setupLinkOver: 'This link doesn’t work any more. Run “npx latchkey setup” on the server for a new one.',
  tooMany: 'There are {most, number} of these already. Remove one first.',
  roleUnknown: 'An included role doesn’t exist in this app.',
  rolesTooDeep: 'Roles can’t include each other in a circle, or more than {most, number} deep.',
  roleIncluded: 'Another role includes this one. Change that one first.',
  domainNotAllowed: 'Accounts are only for addresses of certain domains here, and this isn’t one of them.',
  domainMalformed: 'One of these isn’t a domain. Write them like example.com.',
  domainsNeeded: 'Name at least one domain.',
  invitationExpired: 'This invitation has expired. Ask for a new one.',
  invitationRevoked: 'This invitation was withdrawn.',
  invitationUsed: 'This invitation was already used.',
  invitedElsewhere: 'This invitation is for another address.',
  searchTooShort: 'Type at least two letters.',
  recoveryUnderWay: 'A recovery of this account is in progress. Cancel it first.',
  appCodeWrong: 'That code isn’t right. Wait for the next one in the app and try again.',
  codeShape: 'That is neither a six-digit code nor a backup code.',
  codeWrongOrUsed: 'That code isn’t right, or it was already used.',
  codeTooEarly: 'The wait is over. Get a new code to continue.',
  passwordNeedsApp: 'A password needs an authenticator app. Set up the app first.',
  passwordTooShort: 'Use at least {least, number} characters. A few words in a row are easy to remember.',
  passwordTooLong: 'Use at most {most, number} characters.',
  passwordListed:
    'This is on the list of stolen passwords that attackers try first, or has only a little added to one of them.',
  passwordCommonWord: 'This is a common word or name with little added. Attackers try those early.',
  passwordTwoListed: 'This is two common or stolen passwords put together. Use something of your own.',
  passwordRepeats: 'This repeats one short piece. Use a few words in a row instead.',
  passwordOwnWords: 'This is made of words about you or this site. Use different ones.',
} as const
