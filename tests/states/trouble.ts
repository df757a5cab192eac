import Database from 'better-sqlite3'
import { join } from 'node:path'
import { see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Pages that cannot be made, because the server has lost a table. */
export const trouble = story('trouble', ['error', 'account-error'], async ({ person, dataDir, say, show }) => {
  const words = say('trouble')
  await person.signUp()
  // Another browser: pages that fail write errors to their console.
  const other = await person.elsewhere()
  await person.passkeys.cloneTo(other.passkeys)
  await other.signInByAutofill()
  const database = new Database(join(dataDir, 'latchkey.sqlite'))
  try {
    database.exec('alter table outbox rename to outbox_away; alter table events rename to events_away')
    await other.page.goto('/mailbox')
    await see(other.page, words('title'))
    await show('error', other.page)
    await other.page.goto('/account/activity')
    await see(other.page, words('title'))
    await show('account-error', other.page)
  } finally {
    database.exec('alter table outbox_away rename to outbox; alter table events_away rename to events')
    database.close()
  }
})
