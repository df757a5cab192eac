import { describe, expect, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { PUBLIC, faultsOf } from '#tests/server/config/config-steps.ts'

describe('MAIL_FROM', () => {
  test.each([
    'id@example.com',
    '  id@example.com ',
    '<id@example.com>',
    'Latchkey <id@example.com>',
    'Acme Inc. <id@example.com>',
    '"Acme, Inc." <id@example.com>',
    '"Ada \\"the first\\" \\\\ Lovelace"<id@example.com>',
    '"a@b.example, c@d.example" <id@example.com>',
    'Müller & Söhne – Zürich <id@example.com>',
    '東京 <id@example.com>',
    "O'Brien's <first.last+tag@id.example.com>",
    'Latchkey <latchkey@localhost>',
    'latchkey@localhost',
    'Ada <id@bücher.example>',
  ])('can be one mailbox: %s', (MAIL_FROM) => {
    expect(readConfig({ ...PUBLIC, MAIL_FROM }).mail.from).toBe(MAIL_FROM)
  })

  test.each<[string, RegExp]>([
    ['noreply', /must have an address/],
    ['Latchkey', /must have an address/],
    ['Latchkey <>', /must have an address/],
    ['Latchkey <noreply>', /must have an address/],
    ['"id@example.com"', /must have an address/],
    ['a@example.com, b@example.com', /must name one address only/],
    ['a@example.com; b@example.com', /must name one address only/],
    ['A <a@example.com>, B <b@example.com>', /must name one address only/],
    ['A <a@example.com> <b@example.com>', /must name one address only/],
    ['a@example.com <b@example.com>', /must name one address only/],
    ['a@b@example.com', /must name one address only/],
    ['a@example.com,', /must name one address only/],
    ['Acme, Inc. <id@example.com>', /must have double quotes around a name with a comma/],
    ['Acme (Sales) <id@example.com>', /must have double quotes/],
    ['Acme: <id@example.com>', /must have double quotes/],
    ['"Acme" Inc. <id@example.com>', /must have double quotes/],
    ['"Acme <id@example.com>', /must have double quotes/],
    ['Latchkey id@example.com', /must be an address, or a name with one/],
    ['id@example', /must be an address, or a name with one/],
    ['@example.com', /must be an address, or a name with one/],
    ['id@', /must be an address, or a name with one/],
    ['Latchkey <id@example>', /must end with one address in angle brackets/],
    ['Latchkey <id@example.com', /must end with one address in angle brackets/],
    ['Latchkey <id@example.com> now', /must end with one address in angle brackets/],
    ['Latchkey <<id@example.com>>', /must end with one address in angle brackets/],
    ['Latchkey <id @example.com>', /must end with one address in angle brackets/],
    ['Latch\u0000key <id@example.com>', /must have no control characters/],
    ['Latchkey\t<id@example.com>', /must have no control characters/],
  ])('cannot be %j', (MAIL_FROM, fault) => {
    expect(faultsOf({ ...PUBLIC, MAIL_FROM })).toEqual([expect.stringMatching(fault)])
    expect(faultsOf({ ...PUBLIC, MAIL_FROM })[0]).toMatch(/^MAIL_FROM must/)
  })

  test('of its default is one mailbox for every name of the product', () => {
    for (const RP_NAME of ['Latchkey', 'Acme, Inc.', '"<a@b.example>, ;:', '東京', '()[]\\'])
      expect(faultsOf({ ...PUBLIC, MAIL_FROM: readConfig({ RP_NAME }).mail.from }), RP_NAME).toEqual([])
  })
})
