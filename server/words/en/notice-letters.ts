export const noticeLetters = {
  intro: 'A lot happened in your {product} account within a short time, so here it is in one e-mail.',
  times: '{count, plural, one {# time} other {# times}}, {first}',
  timesUntil: '{count, plural, one {# time} other {# times}}, {first} to {last}',
  notYou:
    'Sign in with your passkey and sign out everywhere else. Then remove passkeys you don’t know, and create new backup codes.',
} as const
