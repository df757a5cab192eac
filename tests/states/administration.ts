import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect } from '@playwright/test'
import { anotherPerson, giveRole } from '#tests/e2e/administration.ts'
import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

const PASSWORD = 'four quiet herons by the weir'

type Begun = { ceremony: string }

/** The pages of administration, for an owner. */
export const administration = story(
  'administration',
  [
    'admin-overview',
    'admin-people',
    'admin-people-found',
    'admin-people-none',
    'admin-person-new',
    'admin-not-ready',
    'admin-suspend-dialog',
    'admin-person-suspended',
    'admin-person-recovering',
    'admin-own',
    'admin-audit',
    'admin-audit-open',
    'admin-mail',
    'admin-mail-refused',
    'admin-retry-dialog',
    'admin-keys',
    'admin-gone',
    'admin-confirmation',
    'admin-passkey-only',
  ],
  async ({ page, person, mailbox, clock, dataDir, say, show }) => {
    const [people, one, audit, admin] = [say('adminPeople'), say('adminPerson'), say('adminAudit'), say('admin')]
    await person.signUp()
    await page.goto('/account')
    const origin = new URL(page.url()).origin
    await page.request.patch('/api/account', { data: { name: 'Mira Holm' }, headers: { origin } })
    await giveRole(page, { origin, dataDir }, { email: person.email, role: 'owner' })
    const ada = await anotherPerson(person, mailbox, origin, 'ada.lovelace@example.org')

    await page.goto('/admin')
    await see(page, say('adminOverview')('title'))
    await show('admin-overview')
    await page.goto('/admin/people')
    await show('admin-people')
    await page.getByLabel(people('search.label')).fill('ada.')
    await press(page, people('search.button'))
    await read(page, people('search.found', { count: 1, more: 'no' }))
    await show('admin-people-found')
    await page.getByLabel(people('search.label')).fill('zz')
    await press(page, people('search.button'))
    await see(page, people('search.none'))
    await show('admin-people-none')
    await press(page, people('search.all'))
    await page.getByRole('link', { name: ada.email }).click()
    await expect(page.getByRole('heading', { name: ada.email, level: 1 })).toBeVisible()
    await show('admin-person-new')
    await press(page, one('giveRole.button'))
    const dialog = page.getByRole('dialog')
    await press(dialog, one('giveRole.confirm'))
    await expect(dialog.getByRole('alert')).not.toBeEmpty()
    await show('admin-not-ready')
    await page.keyboard.press('Escape')
    await press(page, one('suspend.button'))
    await dialog.getByLabel(one('reason.label')).fill(one('reason.label'))
    await show('admin-suspend-dialog')
    await press(dialog, one('suspend.confirm'))
    await read(page, one('suspended.title'))
    await show('admin-person-suspended')
    await press(page, one('unsuspend.button'))
    await press(dialog, one('unsuspend.confirm'))
    await page.getByText(one('suspended.title')).waitFor({ state: 'detached' })
    await recover()
    await page.reload()
    await read(page, one('recovery.title'))
    await show('admin-person-recovering')
    await page.goto('/admin/people')
    await page.getByRole('link', { name: person.email }).click()
    await read(page, one('own'))
    await show('admin-own')
    await page.goto('/admin/audit')
    await see(page, audit('title'))
    await show('admin-audit')
    await page.locator('summary').first().click()
    await show('admin-audit-open')
    const mail = say('adminMail')
    await page.goto('/admin/mail')
    await press(page, mail('test.button'))
    await read(page, mail('test.done', { email: person.email }))
    await mailbox.wait(person.email, 'test-letter')
    await show('admin-mail')
    refuseLetters(join(dataDir, 'latchkey.sqlite'))
    await page.reload()
    await page.getByRole('button', { name: mail('retry.button') }).waitFor()
    await show('admin-mail-refused')
    await press(page, mail('retry.button'))
    await see(page, mail('retry.title'))
    await show('admin-retry-dialog')
    await page.keyboard.press('Escape')
    await page.goto('/admin/keys')
    await see(page, say('adminKeys')('title'))
    await show('admin-keys')
    await page.goto('/admin/people/nobody')
    await see(page, admin('gone.title'))
    await show('admin-gone')
    await clock.jump({ minutes: 61 })
    await page.goto('/admin')
    await see(page, admin('closed.confirmation.title'))
    await page.getByRole('button', { name: say('confirmation')('confirmPasskey') }).waitFor()
    await show('admin-confirmation')

    const app = await signInAgainWithApp()
    await page.goto('/sign-in/password')
    await page.getByLabel(say('components')('email')).fill(person.email)
    await page.getByLabel(say('signIn')('byPassword.password'), { exact: true }).fill(PASSWORD)
    await press(page, say('components')('continue'))
    await see(page, say('signIn')('byPassword.codeTitle'))
    await page.getByRole('textbox').fill(await app.freshCode())
    await press(page, say('signIn')('title'))
    await page.waitForURL('**/account')
    await page.goto('/admin')
    await see(page, admin('closed.passkeyOnly.title'))
    await show('admin-passkey-only')

    /** Starts a recovery of the other account, up to the wait. */
    async function recover(): Promise<void> {
      const post = async (path: string, data: object) => {
        const answer = await ada.page.request.post(origin + path, { data, headers: { origin } })
        expect(answer.ok(), await answer.text()).toBe(true)
        return answer
      }
      const { ceremony } = (await (await post('/api/recovery', { email: ada.email })).json()) as Begun
      const code = await mailbox.code(ada.email, 'recovery-code')
      const proved = (await (await post('/api/recovery/code', { ceremony, code })).json()) as Begun
      await post('/api/recovery/start', { ceremony: proved.ceremony })
      await mailbox.wait(ada.email, 'recovery-started')
    }

    /** Makes the account ready for a sign-in without a passkey, and signs out. */
    async function signInAgainWithApp() {
      await person.signOut()
      await person.signIn()
      const made = await person.setUpApp()
      const answer = await page.request.put('/api/password', { data: { password: PASSWORD }, headers: { origin } })
      expect(answer.ok(), await answer.text()).toBe(true)
      await person.signOut()
      return made
    }
  },
)

/** Makes the newest letters look as if the mail server had refused them: one waits, and one was given up. */
function refuseLetters(file: string): void {
  const database = new BetterSqlite(file)
  const refuse = database.prepare(
    `update outbox set accepted_at = null, attempts = ?, fault = ?, due_at = created_at + 3600000, given_up_at = ?
     where seq = (select max(seq) from outbox where letter = ?)`,
  )
  refuse.run(7, '451 4.7.1 Greylisting in action, please come back later', null, 'test-letter')
  refuse.run(1, '550 5.1.1 The email account that you tried to reach does not exist', 1, 'administered')
  database.close()
}
