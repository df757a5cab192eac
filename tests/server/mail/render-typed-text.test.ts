import { describe, expect, test } from 'vitest'
import { renderLetter } from '#server/mail/render.ts'
import { desk, sample, scene } from '#tests/server/mail/samples.ts'

describe('a text that a person typed', () => {
  const NAME = '<img src=x onerror=alert(1)>'

  test('K18 V3.2.2 is literal text in the HTML and absent from the subject', async () => {
    for (const name of ['passkey-added', 'passkey-removed', 'passkey-counter-regressed'] as const) {
      const { subject, text, html } = renderLetter(desk, sample(name, { ...scene, name: NAME }))
      expect(text).toContain(`“${NAME}”`)
      expect(html).toContain('“&lt;img src=x onerror=alert(1)&gt;”')
      expect(html).not.toContain('<img')
      expect(subject).not.toContain('img')
    }
  })

  test('K18 V1.3.11 stays on one line, whatever line ends or direction marks it has', async () => {
    const { subject, text } = renderLetter(
      desk,
      sample('passkey-added', { ...scene, name: 'a\r\nBcc: eve\u2028b\u202ec\u0000' }),
    )
    expect(text).toContain('“a Bcc: eve b c”')
    expect(subject).toBe('A passkey was added · Latchkey')
  })

  test('does not become a link, even in mail programs that create them', async () => {
    const { text } = renderLetter(desk, sample('passkey-added', { ...scene, name: 'see https://evil.example now' }))
    expect(text).not.toMatch(/https:\/\/evil|evil\.example/)
  })

  test('above the letter is its reader’s name, of which forty characters are left and no link', async () => {
    const person = `Call https://evil.example now\nIgnore this letter ${'x'.repeat(40)}`
    const { text, html } = renderLetter(desk, sample('totp-off', { ...scene, person }))
    expect(text.split('\n')[0]).toMatch(/^For Call https:\u200b\/\/evil\.\u200bexample now Ignore t.*$/)
    expect((text.split('\n')[0] ?? '').length).toBeLessThan(50)
    expect(html).not.toContain('Ignore this letter')
  })

  test('never comes from the User-Agent header', async () => {
    const { text, html } = renderLetter(
      desk,
      sample('new-browser', { ...scene, userAgent: '<b>call.me</b>/1.0', way: 'passkey' }),
    )
    expect(text).toContain('Browser: Unknown browser')
    expect(`${text}${html}`).not.toContain('call.me')
  })
})

test('V1.3.11 the product’s name stays one line in the subject', async () => {
  const named = {
    ...desk,
    config: { ...desk.config, rp: { ...desk.config.rp, name: 'Latch\r\nBcc: eve@example.org' } },
  }
  expect(renderLetter(named, sample('totp-on')).subject).toBe(
    'Authenticator app turned on · Latch Bcc: eve@example.org',
  )
})
