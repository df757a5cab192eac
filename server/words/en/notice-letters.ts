export const noticeLetters = {
  test: 'The operator of {product} sent this e-mail to test whether letters arrive. It arrived, so you have nothing to do.',
  intro: 'A lot happened in your {product} account within a short time, so here it is in one e-mail.',
  times: '{count, plural, one {# time} other {# times}}, {first}',
  timesUntil: '{count, plural, one {# time} other {# times}}, {first} to {last}',
  notYou:
    'Sign in with your passkey and sign out everywhere else. Then remove passkeys you don’t know, and create new backup codes.',
} as const
