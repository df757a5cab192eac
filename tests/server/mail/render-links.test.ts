import { describe, expect, test } from 'vitest'
import { openLinkToken } from '#server/mail/link-token.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import { renderLetter } from '#server/mail/render.ts'
import { desk, sample, scene } from '#tests/server/mail/samples.ts'

describe('the link of a letter', () => {
  const tokenOf = ({ link }: RenderedLetter) => link?.split('/').at(-1) ?? ''

  test.each(['recovery-started', 'recovery-reminder'] as const)('cancels the recovery in %s', async (name) => {
    const rendered = renderLetter(desk, sample(name))
    expect(rendered.link).toMatch(/^https:\/\/id\.example\.com\/recover\/cancel\//)
    expect(openLinkToken(desk.keys, 'cancel', tokenOf(rendered))).toBe('recovery-1.email-1')
    expect(rendered.text).toContain(rendered.link)
    expect(rendered.html).toContain(rendered.link)
  })

  test('fault U7 goes on with a recovery that is ready, and a second one cancels it', async () => {
    const { link, text, html } = renderLetter(desk, { ...sample('recovery-ready'), to: 'ada@example.com' })
    expect(link).toBe('https://id.example.com/recover')
    expect(text).toContain('With ada@example.com you can now get back into')
    for (const body of [text, html])
      expect(body.indexOf('https://id.example.com/recover/cancel/')).toBeGreaterThan(body.indexOf(link ?? 'missing'))
  })

  test('fault U7 only cancels a recovery of another address that is ready, and names that address', async () => {
    const { link, text } = renderLetter(desk, { ...sample('recovery-ready'), to: 'main@example.com' })
    expect(link).toContain('https://id.example.com/recover/cancel/')
    expect(text).toContain('Whoever can read ada@example.com can now get into')
    expect(text).not.toContain('https://id.example.com/recover\n')
  })

  test('leads to the addresses from every letter about them', async () => {
    expect(renderLetter(desk, sample('email-promoted')).link).toBe('https://id.example.com/account/emails')
  })

  test('leads from already-have-account to sign-in and to recovery', async () => {
    const { link, text, html } = renderLetter(desk, sample('already-have-account'))
    expect(link).toBe('https://id.example.com/sign-in')
    for (const body of [text, html]) expect(body).toContain('https://id.example.com/recover')
  })
})

test('the summary of many notices has one line for each kind', async () => {
  const { text } = renderLetter(desk, sample('several-notices'))
  expect(text).toContain('A passkey was added: Saturday 21 November 2026, 08:42 UTC\n')
  expect(text).toContain(
    'A backup code was used: 2 times, Saturday 21 November 2026, 08:42 UTC to Saturday 21 November 2026, 10:42 UTC',
  )
})

test.each([
  [0, 'It was the last one.'],
  [1, 'One is left.'],
  [4, '4 are left.'],
])('the letter about a used backup code states how many remain: %i', async (remaining, sentence) => {
  expect(renderLetter(desk, sample('backup-code-used', { ...scene, remaining })).text).toContain(sentence)
})
