export const components = {
  description: 'Sign in with a passkey: your fingerprint, your face or your screen lock. No password.',
  skip: 'Skip to the content',
  close: 'Close',
  noScript: 'Passkeys need JavaScript: your browser only opens its passkey window when a script asks for it. Please switch it on for this page.',
  notSecure: 'This address is not secure',
  notSecureHint: 'Browsers only use passkeys over https, or at http://localhost on the same machine. Open this site at its https address.',
  noPasskeys: 'This browser does not know passkeys',
  noPasskeysHint: 'Open this page in an up-to-date Chrome, Edge, Firefox or Safari, or on your phone.',
} as const
