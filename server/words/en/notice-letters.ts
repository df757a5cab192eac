export const noticeLetters = {
  intro: 'A lot happened on your {product} account within a short time, so here it is in one letter.',
  times: '{count, plural, one {# time} other {# times}}, {first}',
  timesUntil: '{count, plural, one {# time} other {# times}}, {first} to {last}',
  notYou:
    'Sign in with your passkey, end all other sessions, remove passkeys you do not know, and make new backup codes.',
} as const
