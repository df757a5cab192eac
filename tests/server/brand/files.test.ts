import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readMark } from '#server/brand/mark.ts'
import { readConfig } from '#server/config/config.ts'
import { brandAnswers } from '#server/http/brand.ts'
import { renderLetter } from '#server/mail/render.ts'
import { desk, sample } from '#tests/server/mail/samples.ts'

const SVG =
  '<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

function makeFile(content: string | Buffer, name = 'mark'): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test('the type of a mark comes from its content, not from its file name', () => {
  expect(readMark(makeFile(SVG, 'mark.png'))).toMatchObject({ type: 'image/svg+xml' })
  expect(readMark(makeFile(PNG, 'mark.svg'))).toMatchObject({ type: 'image/png' })
  for (const other of ['<html><svg></svg></html>', 'GIF89a', '', '<svgx>', '<!DOCTYPE html><svg>'])
    expect(readMark(makeFile(other, 'mark.svg')), other).toMatch(/neither SVG nor PNG/)
})

test('a mark has at most 100 KB', () => {
  const largest = Buffer.concat([PNG, Buffer.alloc(100 * 1_024 - PNG.length)])
  expect(readMark(makeFile(largest))).toMatchObject({ bytes: largest })
  expect(readMark(makeFile(Buffer.concat([largest, Buffer.alloc(1)])))).toMatch(/more than 100 KB/)
})

test('V3.2.1 a mark runs no script, even when opened directly', () => {
  const config = readConfig({ MARK: makeFile(SVG) })
  const { headers, body } = brandAnswers(config).get(config.brand.mark?.path ?? '') ?? {}
  expect(body?.toString()).toBe(SVG)
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'unsafe-inline'; sandbox;/),
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

test('a different content gets a different address', () => {
  const pathOf = (ACCENT: string) => readConfig({ ACCENT }).brand.stylesheet?.path
  expect(pathOf('#1d4ed8')).toMatch(/^\/brand\/[\da-f]{16}\/accent\.css$/)
  expect(pathOf('#1d4ed8')).toBe(pathOf('#1D4ED8'))
  expect(pathOf('#1d4ed8')).not.toBe(pathOf('#b91c1c'))
})

test('an accent colours both themes, and the icon if there is no mark', () => {
  const { brand } = readConfig({ ACCENT: '#1d4ed8' })
  expect(brand.stylesheet?.body.toString()).toMatch(
    /^html:root\{--tone:264;--color-accent:#1d4ed8;.*\}@media \(prefers-color-scheme:dark\)\{html:root:not\(\[data-theme=light\]\)\{(.*)\}\}html:root\[data-theme=dark\]\{\1\}$/,
  )
  expect(brand.icon?.body.toString()).toContain('rect{fill:#1d4ed8}')
  const marked = readConfig({ ACCENT: '#1d4ed8', MARK: makeFile(SVG) }).brand
  expect(marked.icon).toBe(marked.mark)
})

test('a server without a brand serves no brand files', () => {
  expect(brandAnswers(readConfig({})).size).toBe(0)
})

test('letters have the operator’s name, accent and help link, and load nothing', async () => {
  const { config } = desk
  const brand = readConfig({ ACCENT: '#1d4ed8', SUPPORT: 'help@example.com', MARK: makeFile(SVG) }).brand
  const { html, text, subject } = renderLetter(
    { ...desk, config: { ...config, brand, rp: { ...config.rp, name: 'Acme' } } },
    sample('passkey-added'),
  )
  expect(subject).toMatch(/ · Acme$/)
  expect(html).toContain('background-color:#1d4ed8')
  expect(html).toContain('href="mailto:help@example.com"')
  expect(html).not.toMatch(/<img|url\(/)
  expect(text).toMatch(/--\nAcme, https:\/\/id\.example\.com\nHelp: help@example\.com\nSent to .+$/)
  expect(renderLetter(desk, sample('passkey-added')).text).toMatch(
    /--\nLatchkey, https:\/\/id\.example\.com\nSent to .+$/,
  )
})
