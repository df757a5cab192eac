import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, shareServer, startServer } from '#tests/process/server.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script><circle r="1"/></svg>'

const unbranded = shareServer()

async function html(origin: string, path: string, language = 'en'): Promise<string> {
  const answer = await fetch(origin + path, { headers: { 'accept-language': language } })
  return (await answer.text()).replaceAll('<!-- -->', '')
}

test('a branded server shows the operator’s name, mark, colours and links', async () => {
  const mark = join(makeFolder(), 'mark.svg')
  writeFileSync(mark, SVG)
  const { origin } = await startServer({
    environment: {
      RP_NAME: 'Acme',
      MARK: mark,
      ACCENT: '#b91c1c',
      SUPPORT: 'help@acme.example',
      TERMS_URL: 'https://acme.example/terms',
      PRIVACY_URL: 'https://acme.example/privacy',
    },
  })

  for (const path of ['/', '/sign-in', '/sign-up', '/recover', '/no-such-page']) {
    const page = await html(origin, path)
    expect(page, path).toContain('>Acme<')
    expect(page, path).not.toContain('>Latchkey<')
    expect(page, path).toMatch(/<img src="\/brand\/[\da-f]{16}\/mark\.svg" alt=""/)
    expect(page, path).toMatch(/<link rel="icon" href="\/brand\/[\da-f]{16}\/mark\.svg"/)
    expect(page, path).toContain('href="mailto:help@acme.example"')
    expect(page, path).toContain('href="https://acme.example/terms"')
    expect(page, path).toContain('href="https://acme.example/privacy"')
    // The colours are set before the first paint.
    expect(page.slice(0, page.indexOf('<body')), path).toMatch(
      /<link rel="stylesheet" href="\/brand\/[\da-f]{16}\/accent\.css"/,
    )
  }
  expect(await html(origin, '/sign-up')).toContain('By creating an account you agree to the </span><a')
  expect(await html(origin, '/sign-up', 'de')).toContain('Mit dem Anlegen eines Kontos stimmen Sie den </span><a')

  const page = await html(origin, '/')
  const [stylesheet, drawing] = [/\/brand\/[\da-f]{16}\/accent\.css/, /\/brand\/[\da-f]{16}\/mark\.svg/].map(
    (pattern) => pattern.exec(page)?.[0] ?? 'missing',
  )
  expect(await (await fetch(origin + stylesheet)).text()).toContain('--color-accent:#b91c1c')
  const served = await fetch(origin + drawing)
  expect(await served.text()).toBe(SVG)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect((await fetch(origin + drawing, { method: 'POST' })).status).toBe(405)
  expect((await fetch(`${origin}/brand/0000000000000000/mark.svg`)).status).toBe(404)
})

test('a server without a brand shows the default one, and no empty elements', async () => {
  const { origin } = unbranded()
  for (const path of ['/', '/sign-in', '/sign-up', '/recover']) {
    const page = await html(origin, path)
    expect(page, path).toContain('>Latchkey<')
    expect(page, path).not.toMatch(/\/brand\/|mailto:|>Help<|>Terms<|>Privacy<|agree to/)
    expect(page, path).toMatch(/<link rel="icon" href="\/icon\.svg/)
    expect(/<footer[\s\S]*<\/footer>/.exec(page)?.[0].match(/<ul/g), path).toHaveLength(1)
  }
})

test('the page of components is served in development and testing mode only', async () => {
  const { origin } = unbranded()
  expect((await fetch(`${origin}/components`)).status).toBe(200)
  const { origin: production } = await startServer({ environment: { TESTING: '0', LIMIT_SCALE: '1' } })
  const answer = await fetch(`${production}/components`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('Every component in every state')
})
