import type { RemovedEmail, ShownEmail } from '#server/emails/list.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { done, mailedCode } from '#tests/server/second-factor/steps.ts'
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

/** Brings a removed address back. */
export async function bringBack(client: Client, address: string): Promise<Answer> {
  const { removed } = done(await client.get('/api/emails')).body as { removed: RemovedEmail[] }
  const found = removed.find((email) => email.address === address)
  return client.post(`/api/emails/${found?.id ?? 'none'}/bring-back`)
}
