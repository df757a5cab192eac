import { expect, test } from 'vitest'
import { relative } from '#app/_ui/time/relative.ts'
import { wordsIn } from '#server/words/translate.ts'

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]

test.each([
  [0, 'just now', 'gerade eben'],
  [59 * SECOND, 'in less than a minute', 'in weniger als einer Minute'],
  [-59 * SECOND, 'just now', 'gerade eben'],
  [MINUTE, 'in 1 minute', 'in 1 Minute'],
  [59 * MINUTE + 40 * SECOND, 'in 1 hour', 'in 1 Stunde'],
  [-90 * MINUTE, '2 hours ago', 'vor 2 Stunden'],
  [24 * HOUR - SECOND, 'tomorrow', 'morgen'],
  [10 * DAY, 'in 10 days', 'in 10 Tagen'],
  [10 * DAY - SECOND, 'in 10 days', 'in 10 Tagen'],
  [30 * DAY - MINUTE, 'in 30 days', 'in 30 Tagen'],
  [7 * DAY - 13 * HOUR, 'in 6 days', 'in 6 Tagen'],
  [-45 * DAY, '2 months ago', 'vor 2 Monaten'],
  [-364 * DAY, 'last year', 'letztes Jahr'],
  [-700 * DAY, '2 years ago', 'vor 2 Jahren'],
])('fault U28 %d milliseconds from now is “%s”, rounded and not cut', (distance, english, german) => {
  const now = Date.UTC(2026, 10, 28)
  expect(relative(now + distance, now, { language: 'en', say: wordsIn('en', 'components') as never })).toBe(english)
  expect(relative(now + distance, now, { language: 'de', say: wordsIn('de', 'components') as never })).toBe(german)
})
