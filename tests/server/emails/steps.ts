import type { ShownEmail } from '#server/emails/list.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, mailedCode } from '#tests/server/second-factor/steps.ts'
import { linkToken } from '#server/mail/link-token.ts'
import type { World } from '#server/world.ts'

/** Adds an address whose mailbox this person reads. */
export async function addEmail(world: World, client: Client, email: string): Promise<ShownEmail> {
  const ceremony = await beginEmail(client, email)
  done(await client.post('/api/emails/code', { ceremony, code: await mailedCode(world, email, 'email-code') }))
  return shownEmail(client, email)
}

export async function beginEmail(client: Client, email: string): Promise<string> {
  return done(await client.post('/api/emails', { email })).body.ceremony as string
}

export async function emailsOf(client: Client): Promise<ShownEmail[]> {
  return done(await client.get('/api/emails')).body.emails as ShownEmail[]
}

export async function shownEmail(client: Client, address: string): Promise<ShownEmail> {
  const found = (await emailsOf(client)).find((email) => email.address === address)
  if (!found) throw new Error(`${address} is not among the addresses.`)
  return found
}

export async function promote(client: Client, address: string): Promise<Answer> {
  return client.put(`/api/emails/${(await shownEmail(client, address)).id}/primary`)
}

export async function removeEmail(client: Client, address: string): Promise<Answer> {
  return client.delete(`/api/emails/${(await shownEmail(client, address)).id}`)
}

type Change = 'email-added' | 'email-removed' | 'email-promoted'

/** The token behind the undo link in the newest letter of a kind to a person; nothing if that letter has none. */
export async function undoToken(world: World, to: string, letter: Change): Promise<string | undefined> {
  const [newest] = await rows<{ params: string }>(
    world,
    'select params from outbox where recipient = ? and letter = ? order by seq desc limit 1',
    to,
    letter,
  )
  if (!newest) throw new Error(`No ${letter} to ${to}.`)
  const { undoId } = JSON.parse(newest.params) as { undoId?: string }
  return undoId && linkToken(world.keys, 'undo', undoId)
}

/** Undoes a change with the token of a letter about it. */
export async function undo(world: World, client: Client, to: string, letter: Change): Promise<Answer> {
  return client.post('/api/emails/undo', { token: await undoToken(world, to, letter), word: 'UNDO' })
}
