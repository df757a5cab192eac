/** Every text that the kit looks for on Latchkey's pages, in one place. English, like Playwright's browsers by default. */
export const WORDS = {
  address: 'E-mail address',
  letterCode: 'Code from the e-mail',
  sendCode: 'Send me a code',
  proceed: 'Continue',

  createPasskey: 'Create a passkey',
  signedUp: 'You’re in',
  signInWithPasskey: 'Sign in with a passkey',
  signOut: 'Sign out',

  confirmation: 'Confirm it’s you',
  confirmWithPasskey: 'Confirm with a passkey',

  setUpApp: 'Set up an app',
  appSetup: 'Set up an authenticator app',
  next: 'Next',
  appCode: 'Code from the app',
  turnOffApp: 'Turn off the app',

  makeCodes: 'Create backup codes',
  codes: 'Backup codes',
  codesSaved: 'I have saved them',

  startWait: 'Start the 24-hour wait',
  waiting: 'The wait has started',
  makeNewPasskey: 'Create my new passkey',
  recovered: 'You’re back in',
} as const

/** The same texts in any language. */
export type KitWords = Record<keyof typeof WORDS, string>
