export const signIn = {
  title: 'Sign in',
  welcome: 'Welcome back.',
  newHere: 'New here? <link>Create an account</link>',
  email: 'E-mail address',
  emailHint: 'Your browser may offer your passkey right here. You need not type anything.',
  button: 'Sign in with a passkey',
  phase: {
    waiting: 'Your device will ask for your fingerprint, face or screen lock.',
    asking: 'Look for the window of your browser or device.',
    checking: 'Checking your passkey …',
    in: 'You are in. One moment …',
  },
  cannot: 'I can’t use my passkey',
  cannotHint: 'A code by mail, and what is possible from there.',
  otherWays: 'Other ways',
  password: 'Use a password',
  passwordHint: 'And a code from your app, or a backup code.',
} as const
