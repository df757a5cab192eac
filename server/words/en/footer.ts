/** The foot of every page, and what is agreed to by creating an account. */
export const footer = {
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'Like this device', light: 'Light', dark: 'Dark' },
  support: 'Help',
  terms: 'Terms',
  privacy: 'Privacy',
  agree: 'By creating an account you agree to the <terms>terms</terms>.',
  agreeRead:
    'By creating an account you agree to the <terms>terms</terms>. The <privacy>privacy notice</privacy> says what we store about you.',
} as const
