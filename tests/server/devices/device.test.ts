import { expect, test } from 'vitest'
import { deviceOf } from '#server/devices/device.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on macOS'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    'Microsoft Edge on Windows',
  ],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/140.0.0.0 Safari/537.36`, 'Chrome on Linux'],
  ['SomethingNew/1.0 (X11; Linux x86_64)', 'Unknown browser on Linux'],
])('reads the browser and the system from %s', (userAgent, phrase) => {
  expect(deviceOf(userAgent, 'en').phrase).toBe(phrase)
})

test.each([
  '',
  ' ',
  'garbage',
  '<img src=x onerror=alert(1)>/1.0',
  '__proto__',
  'constructor/1.0',
  '\u0000\uffff',
  '(((((',
  'a/'.repeat(100_000),
])('calls %.40j an unknown browser', (userAgent) => {
  expect(deviceOf(userAgent, 'en')).toEqual({
    browser: 'Unknown browser',
    system: 'Unknown system',
    phrase: 'Unknown browser',
  })
})

test('the result is short and quick for a header of any length', () => {
  const began = performance.now()
  for (const long of ['Mozilla/5.0 (', 'Chrome/', 'a ', '(', ';', 'Version/1 ']) {
    expect(deviceOf(long.repeat(50_000), 'en').phrase.length).toBeLessThan(60)
  }
  expect(performance.now() - began).toBeLessThan(1_000)
})
