import { utc } from '#server/mail/plain.ts'
import type { Fact, Writers } from '#server/mail/sheet.ts'
import { TITLES } from '#server/mail/titles.ts'

/** The letter that gathers a swarm of notices, one line for each kind. */
export const NOTICES: Writers<'several-notices'> = {
  'several-notices': ({ params }, { product, page }) => ({
    paragraphs: [`A lot happened on your ${product} account within a short time, so here it is in one letter.`],
    facts: [...Map.groupBy(params.notices, ({ letter }) => TITLES[letter])].map(([label, notices]) => fact(label, notices.map(({ at }) => at))),
    links: [{ label: 'See what happened', url: page('/account/activity') }],
    ifNotYou: ['Sign in with your passkey, end all other sessions, remove passkeys you do not know, and make new backup codes.'],
  }),
}

function fact(label: string, times: number[]): Fact {
  const [first, last] = [utc(Math.min(...times)), utc(Math.max(...times))]
  if (times.length === 1) return { label, value: first }
  return { label, value: first === last ? `${times.length} times, ${first}` : `${times.length} times, ${first} to ${last}` }
}
