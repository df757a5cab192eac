import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { sha256 } from '#server/crypto/keys.ts'
import { press, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** Where the operator becomes the first owner. */
export const setup = story(
  'the first owner',
  ['setup-without-link', 'setup-account-first', 'setup-one-touch', 'setup-one-way-in'],
  async ({ page, person, clock, dataDir, say, show }) => {
    const words = say('setup')
    const token = 'p1ctur3s'.repeat(6).slice(0, 43)
    // Another story on this server may have made an owner. The link is written here, because the pictures are taken in 2030
    // and the command has the clock of this machine.
    const database = new Database(join(dataDir, 'latchkey.sqlite'))
    database.exec("delete from grants; delete from instance where name in ('first_owner', 'setup_link')")
    database
      .prepare("insert into instance (name, value) values ('setup_link', ?)")
      .run(`${sha256(token)} ${await clock.now()}`)
    database.close()

    await page.goto('/setup')
    await expect(page.getByText(words('noLink'))).toBeVisible()
    await show('setup-without-link')
    await page.goto(`/setup#${token}`)
    await expect(page.getByText(words('needsAccount'))).toBeVisible()
    await show('setup-account-first')
    await person.signUp()
    await page.goto('/setup')
    await see(page, words('title'))
    await expect(page.getByText(words('as', { email: person.email }))).toBeVisible()
    await show('setup-one-touch')
    await press(page, words('become'))
    await expect(page.getByRole('link', { name: words('addWay') })).toBeVisible()
    await show('setup-one-way-in')
  },
)
