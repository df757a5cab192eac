import { expect, test } from 'vitest'
import { returnPath } from '#server/callers/return-path.ts'

const HOME = '/account'
const OWN = 'https://own.example'

test.each([
  '/',
  '/account',
  '/account/passkeys',
  '/account/sessions?sort=new',
  '/account#top',
  '/sign-up?next=%41',
  '/account/activity?before=12&limit=50',
  '/apiary',
  '/recover/cancel/abc.def_-',
])('returns to our own page %s', (wanted) => {
  expect(returnPath(wanted)).toBe(wanted)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\/evil',
  '\\\\evil',
  '/%2F/evil',
  '/%2f/evil',
  '/%5Cevil',
  '/%5c/evil',
  '%2F%2Fevil.example',
  'https:evil.example',
  'https:///evil',
  'https://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http://own.example@evil',
  'http://own.example.evil',
  'https://own.example',
  'https://own.example/account',
  '//own.example/account',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:x',
  'mailto:a@b.c',
  '/\t/evil',
  '/\n/evil',
  '/\r/evil',
  '/\u0000/evil',
  '\t//evil',
  ' //evil',
  '%09//evil',
  '/%09/evil',
  '/..//evil',
  '/.//evil',
  '/account/..//evil',
  '/%2e%2e//evil',
  '/account/%2E%2E//evil',
  '/./\\evil',
  '/a/../..//evil',
  '//evil%00',
  '/%00',
  '/\u2028/evil',
  '/\uff0f/evil',
  '/\u3002/evil',
  '／／evil',
  '/é',
  '/%0d%0aSet-Cookie:x=1',
  '/account\r\nSet-Cookie: x=1',
  '/account%0D%0ALocation:%20https://evil.example',
  'account',
  'evil.example',
  '?next=//evil',
  '#',
  '.',
  '..',
  '',
  ' ',
  '/ account',
  '/account evil',
  '/api/session',
  '/api',
  '/api?x',
  '/.well-known/change-password',
  '/_next/static/x.js',
  '/account/../api/session',
  '/%61pi/%2e%2e/../api',
])('§6.5 returns to the default page instead of %j', (wanted) => {
  expect(returnPath(wanted)).toBe(HOME)
})

test.each([
  undefined,
  null,
  7,
  true,
  {},
  [],
  ['/account'],
  ['/account', '//evil'],
  { toString: () => '//evil' },
  Symbol('x'),
])('§6.5 returns to the default page instead of %j', (wanted) => {
  expect(returnPath(wanted)).toBe(HOME)
})

test('§6.5 never leaves our origin for any short mixture of dangerous characters', () => {
  const characters = ['/', '\\', '.', '%2f', '%5c', '%2e', '\t', '@', ':', '?', '#', 'e', ';', '%09', '%00']
  const mixtures = characters.flatMap((a) =>
    characters.flatMap((b) => characters.flatMap((c) => characters.map((d) => `/${a}${b}${c}${d}evil.example`))),
  )
  const strays = mixtures.filter((wanted) => {
    const url = new URL(returnPath(wanted), OWN)
    return url.origin !== OWN || url.pathname.startsWith('//')
  })
  expect(strays).toEqual([])
})

test.each([
  ['/account?_rsc=abc', '/account'],
  ['/account/activity?before=12&_rsc=abc', '/account/activity?before=12'],
  ['/account/activity?_rsc=abc&before=12', '/account/activity?before=12'],
  ['/account?a=_rsc', '/account?a=_rsc'],
])('fault U28 %s leads back without the mark of Next’s own requests', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path)
})
