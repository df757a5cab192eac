import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT, runProgram } from '#tests/helpers/process.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'
import type { Server } from './server.ts'

/** Makes the account of a page ready for a role, and gives it one as the operator does. */
export async function giveRole(page: Page, { origin, dataDir }: Pick<Server, 'origin' | 'dataDir'>, given: Given) {
  const made = await page.request.post(`${origin}/api/backup-codes`, { headers: { origin } })
  if (!made.ok()) throw new Error(`No backup codes: ${made.status()} ${await made.text()}`)
  const words = ['admin', 'grant', given.email, '--role', given.role]
  const command = runProgram(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), ...words], {
    ORIGIN: origin,
    DATA_DIR: dataDir,
  })
  if ((await command.ended) !== 0) throw new Error(command.said())
}

type Given = { email: string; role: OwnRole }
