import type { Client } from '#tests/helpers/client.ts'
import { ask, type PublicServer } from '../public.ts'
import { expectThat, type Tally } from '../tally.ts'
import { faultsOfPage } from './faults.ts'

/** What only one of the visitors may ever read. */
const PERSONAL = /ada@example\.org|href="\/account"|sneaked/

/**
 * Somebody signed in, and strangers in two languages with marks in everything that a browser sends, ask for the pages
 * that are the same for everybody, in turns: none gets another one's language, theme, nonce, cookie or words.
 */
export async function mixVisitors(
  { front }: PublicServer,
  somebody: Client,
  nonces: Set<string>,
  tally: Tally,
): Promise<void> {
  const cookie = [...somebody.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const marked = { 'user-agent': 'sneaked/1.0', referer: 'https://sneaked.example/', 'x-forwarded-for': 'sneaked' }
  const forged = {
    'content-security-policy': "script-src 'nonce-sneaked'",
    'x-latchkey-language': 'de',
    'x-latchkey-theme': 'dark',
  }
  for (const path of ['/', '/sign-in', '/sign-in/password', '/sign-up', '/recover'])
    for (const [headers, language, theme] of [
      [{ cookie }, undefined],
      [{ 'accept-language': 'de', ...marked }, 'de'],
      [{ 'accept-language': 'en', ...forged }, 'en'],
      [{ cookie: 'latchkey-language=de; sneaked=1', 'accept-language': 'en' }, 'de'],
      [{ cookie: 'latchkey-theme=dark; sneaked=1', 'accept-language': 'de' }, 'de', 'dark'],
      [{ cookie: 'latchkey-theme=sneaked', 'accept-language': 'en' }, 'en'],
      [{}, 'en'],
    ] as const) {
      const answer = await ask(front, front.origin + path, 'GET', headers)
      const html = await answer.text()
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      const faults = [
        ...(nonces.has(nonce) ? ['a nonce that was used before'] : []),
        ...(answer.headers.has('set-cookie') ? ['a cookie'] : []),
        ...(language !== undefined && !html.includes(`<html lang="${language}"`) ? [`no page in ${language}`] : []),
        ...(/data-theme="([^"]*)"/.exec(html)?.[1] === theme ? [] : ['the theme of another one']),
        ...(language !== undefined && PERSONAL.test(html) ? [`words of another one: ${PERSONAL.exec(html)?.[0]}`] : []),
        ...(language !== undefined ? faultsOfPage(html, nonce) : []),
      ]
      nonces.add(nonce)
      expectThat(tally, faults.length === 0, `${path} for a mixed visitor: ${faults.join(', ')}`, 'passed')
    }
}
