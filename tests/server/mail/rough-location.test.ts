import { expect, test } from 'vitest'
import { roughPlace } from '#server/mail/rough-location.ts'

test.each([
  ['203.0.113.77', '203.0.113.x'],
  ['::ffff:203.0.113.77', '203.0.113.x'],
  ['172.32.0.1', '172.32.0.x'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:x'],
  ['2001:DB8::7', '2001:db8:0:x'],
  ['2001::1:2', '2001:0:0:x'],
])('rough location shortens %s', (ip, place) => {
  expect(roughPlace(ip)).toEqual({ known: 'part', part: place })
})

test.each([
  '127.0.0.1',
  '::1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.9',
  '169.254.0.1',
  '100.100.1.1',
  '::ffff:127.0.0.1',
  '::FFFF:192.168.1.1',
  '::ffff:7f00:1',
  'fd00::1',
  'fe80::1%eth0',
])('rough location names %s as the local network', (ip) => {
  expect(roughPlace(ip)).toEqual({ known: 'own' })
})

test.each(['', 'garbage', '1.2.3', '<b>', '1.2.3.4, 5.6.7.8', ':::'])('rough location is unknown for %j', (ip) => {
  expect(roughPlace(ip)).toEqual({ known: 'nothing' })
})
