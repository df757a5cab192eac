/** The secrets of the server, and what depends on each. */
export const adminKeys = {
  title: 'Keys',
  aboutAll: 'What programs ask with, and what the server encrypts with.',
  secrets: 'Secrets of the server',
  about:
    'The secrets of the setting SECRET, by the name of one of their keys, and what still depends on each. A secret can’t be found from its name.',
  counted:
    'Counted every ten minutes. Apps, passwords and backup codes move to the newest secret when they are next used. Passkeys depend on none.',
  list: 'Secrets, the newest first',
  newest: 'Newest',
  apps: '{count, plural, one {# authenticator app} other {# authenticator apps}}',
  passwords: '{count, plural, one {# password} other {# passwords}}',
  backupCodes: '{count, plural, one {# backup code} other {# backup codes}}',
  kept: '{count, plural, one {# way in that can be brought back} other {# ways in that can be brought back}}',
  nothing: 'Nothing depends on it.',
  unknown: {
    title: 'Something can’t be used',
    what: 'It depends on a secret that isn’t in SECRET: {rows}. Put the older secret back, behind the newest.',
  },
  change: 'Secrets are changed in the environment of the server. <code>npx latchkey keys list</code> shows the same.',
} as const
