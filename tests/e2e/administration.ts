import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT, runProgram } from '#tests/helpers/process.ts'
import type { Mailbox, Person } from '#tests/kit/test.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'
import type { Server } from './server.ts'
import { signUpByRequests } from './sign-up.ts'

type Given = { email: string; role: OwnRole }

/** Makes the account of a page ready for a role, and gives it one as the operator does. */
export async function giveRole(
  page: Page,
  { origin, dataDir }: Pick<Server, 'origin' | 'dataDir'>,
  { email, role }: Given,
): Promise<void> {
  const made = await page.request.post(`${origin}/api/backup-codes`, { headers: { origin } })
  if (!made.ok()) throw new Error(`No backup codes: ${made.status()} ${await made.text()}`)
  const words = ['admin', 'grant', email, '--role', role]
  const settings = { ORIGIN: origin, DATA_DIR: dataDir }
  const command = runProgram(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), ...words], settings)
  if ((await command.ended) !== 0) throw new Error(command.said())
}

/** Somebody else, in a browser of their own. */
type Other = Pick<Person, 'email' | 'page'>

/** Signs up somebody else. */
export async function anotherPerson(person: Person, mailbox: Mailbox, origin: string, email: string): Promise<Other> {
  const other = { ...(await person.elsewhere()), email }
  await signUpByRequests(other, mailbox, origin)
  return { email, page: other.page }
}
