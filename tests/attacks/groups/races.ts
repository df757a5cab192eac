import { type Arena, settle, withArena } from '../arena.ts'
import type { Eyes } from '../database.ts'
import { parse } from '../document.ts'
import { send } from '../http.ts'
import { done, startWait, turnClock } from '../people.ts'
import { type Scale, some } from '../scale.ts'
import { STEPS } from '../steps.ts'
import { blame, expectThat, newTally, type Tally } from '../tally.ts'

const AT_ONCE = 50

/** Every one-time thing is tried fifty times at the same moment: one succeeds, and the others are refused. */
export async function raceEverything(scale: Scale): Promise<Tally> {
  const hold = async (arena: Arena) => {
    const { tally, target, api, eyes } = arena
    for (const [name, begin] of some(scale, Object.entries(STEPS), 5)) {
      const { client, method = 'POST', path, body } = await begin(arena)
      const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
      const headers = {
        origin: target.origin,
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
      }
      const before = await howMany(eyes.count)
      const replies = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          send(target.port, { method, path, headers, body: body && JSON.stringify(body) }),
        ),
      )

      const right = replies.filter(({ status }) => status >= 200 && status < 300)
      tally.cases += AT_ONCE
      tally.accepted += right.length
      tally.refused += replies.filter(({ status }) => status >= 400 && status < 500).length
      if (right.length !== 1)
        blame(
          tally,
          right.length === 0 ? 'lost' : 'passed',
          `${name}: done ${right.length} times; ${JSON.stringify(tellCodes(replies.map(({ text }) => text)))}`,
        )
      for (const reply of replies) {
        if (reply.status >= 500) blame(tally, 'faults', `${name}: ${reply.status} ${reply.text.slice(0, 120)}`)
        const wrong = api.faultsOf({ ...reply, method, path })
        if (wrong.length > 0) blame(tally, 'unlisted', `${name}: ${wrong.join(', ')}`)
      }
      for (const [what, more] of Object.entries(await howMany(eyes.count))) {
        if (Math.abs(more - (before[what] ?? 0)) > 1)
          blame(tally, 'changed', `${name}: ${what} from ${before[what]} to ${more}`)
      }
    }
    // Asking again changes nothing: all are answered, and there is one wait.
    const { email } = await arena.person()
    const client = arena.stranger()
    const ceremony = await startWait(arena, client, email)
    const live = await eyes.count("recoveries where state = 'waiting'")
    await Promise.all(Array.from({ length: AT_ONCE }, () => done(client.post('/api/recovery/start', { ceremony }))))
    await turnClock(arena, 1)
    expectThat(
      tally,
      (await eyes.count("recoveries where state = 'waiting'")) === live,
      'one person has two recoveries',
    )
    for (const ill of await eyes.ills()) blame(tally, 'lost', ill)
    await settle(arena)
  }
  return withArena(newTally('races'), hold, scale.engine && { engine: scale.engine })
}

/** What one success may change by one. */
async function howMany(count: Eyes['count']): Promise<Record<string, number>> {
  const tables = [
    'users',
    'emails',
    'passkeys',
    'totp',
    'recoveries',
    'backup_codes where used_at is not null',
    'retired',
  ]
  const kinds = [
    'signed_in',
    'account_created',
    'confirmed',
    'passkey_added',
    'password_changed',
    'backup_codes_made',
    'email_added',
    'recovery_completed',
    'recovery_cancelled',
    'backup_code_used',
    'totp_on',
    'session_ended',
  ]
  tables.push(...kinds.map((kind) => `events where kind = '${kind}'`))
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = await count(table)
  return counts
}

/** How many answers of each code. */
function tellCodes(texts: string[]): Record<string, number> {
  const codes = texts.map((text) => (parse(text) as { code?: string } | undefined)?.code ?? 'done')
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]))
}
