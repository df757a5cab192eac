import { expect, type Page } from '@playwright/test'
import { plugIn } from '#tests/kit/test.ts'
import { hold, press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** An account on its first day, page by page. */
export const firstDay = story(
  'an account on its first day',
  [
    'account-new',
    'account-loss-pressed',
    'shortcuts',
    'account-more',
    'passkeys-new',
    'fallbacks-new',
    'sessions-new',
    'activity-new',
    'data',
    'data-name-saved',
    'data-undo-failed',
    'data-exported',
    'delete-dialog',
    'delete-word-missed',
    'link-pressed',
  ],
  async ({ page, person, say, show }) => {
    const [data, account] = [say('data'), say('account')]
    await person.signUp()
    await page.goto('/account')
    await show('account-new')
    await page.getByRole('button', { name: account('lost.phone') }).click()
    await show('account-loss-pressed')
    await press(page, account('shortcuts.title'))
    await see(page, account('shortcuts.title'))
    await show('shortcuts')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await press(page, say('shell')('more'))
    await show('account-more')
    await page.goto('/account/passkeys')
    await show('passkeys-new')
    await page.goto('/account/fallbacks')
    await show('fallbacks-new')
    await page.goto('/account/sessions')
    await show('sessions-new')
    await page.goto('/account/activity')
    await show('activity-new')
    await page.goto('/account/data')
    await show('data')
    await page.getByRole('textbox', { name: data('name') }).fill('Mira Holm')
    await press(page, data('saveName'))
    await read(page, data('nameSaved', { name: 'Mira Holm' }))
    await show('data-name-saved')
    await page.route('**/api/account', (route) => route.abort())
    await press(page, say('components')('undo'))
    await read(page, say('faults')('unreachable'))
    await show('data-undo-failed')
    await page.unroute('**/api/account')
    await press(page, data('download'))
    await read(page, data('downloaded', { file: 'latchkey-export.json' }))
    await show('data-exported')
    await press(page, data('deleteOpen'))
    await see(page, data('deleteTitle'))
    await show('delete-dialog')
    await page.getByRole('dialog').getByRole('textbox').fill('NO')
    await press(page.getByRole('dialog'), data('deleteNow'))
    await page.getByRole('dialog').locator('[aria-invalid=true]').waitFor()
    await show('delete-word-missed')
    await page.keyboard.press('Escape')

    const reading = await hold(page, (url: URL) => url.pathname === '/account/activity' && url.searchParams.has('_rsc'))
    await page.getByRole('link', { name: account('pages.activity') }).click()
    await page.locator('[data-going]').waitFor()
    await show('link-pressed')
    await reading.release()
  },
)

/** An account after some years, with everything an account can have, on every page. */
export const lateDay = story(
  'an account after some years',
  [
    'account-full',
    'passkeys-full',
    'passkeys-opened',
    'fallbacks-full',
    'sessions-full',
    'session-end-dialog',
    'sessions-end-dialog',
    'rehearsal',
    'rehearsal-code',
    'rehearsal-done',
    'activity-full',
    'activity-older',
    'activity-narrowed',
    'activity-entry-open',
    'not-me-session',
    'not-me-failed',
    'passkey-counter',
    'session-ended',
  ],
  async ({ page, person, passkeys, mailbox, clock, say, show }) => {
    const sessions = say('sessions')
    await person.signUp()
    await person.makeBackupCodes()
    await person.setUpApp()
    const other = await person.elsewhere()
    await passkeys.cloneTo(other.passkeys)
    await other.signInByAutofill()
    await page.goto('/account/passkeys')
    const first = await passkeys.sole()
    await passkeys.unplug()
    await plugIn(page, { synced: false })
    await press(page, say('passkeys')('add.button'))
    await page.getByRole('listitem').nth(1).waitFor()
    await renameOften(page)
    await clock.jump({ days: 3, hours: 2 })

    await page.goto('/account')
    await show('account-full')
    await page.goto('/account/passkeys')
    await show('passkeys-full')
    await page
      .locator('summary', { hasText: say('passkeys')('opened.count', { count: 2 }) })
      .first()
      .click()
    await read(page, say('passkeys')('opened.all'))
    await show('passkeys-opened')
    await page.goto('/account/fallbacks')
    await show('fallbacks-full')
    await page.goto('/account/sessions')
    await show('sessions-full')
    await page
      .getByRole('button', { name: sessions('end.button') })
      .first()
      .click()
    await see(page, sessions('end.title'))
    await show('session-end-dialog')
    await press(page, sessions('end.keep'))
    await press(page, sessions('endOthers.button'))
    await see(page, sessions('endOthers.title'))
    await show('sessions-end-dialog')
    await press(page, sessions('endOthers.keep'))
    const rehearsal = say('rehearsal')
    await page.goto('/account/rehearse')
    await show('rehearsal')
    await press(page, rehearsal('mailbox.send'))
    await page.getByLabel(rehearsal('mailbox.code')).first().waitFor()
    await show('rehearsal-code')
    await page
      .getByLabel(rehearsal('mailbox.code'))
      .first()
      .pressSequentially(await mailbox.code(person.email, 'rehearsal-code'))
    await see(page, rehearsal('done.title'))
    await page.getByRole('textbox', { name: rehearsal('codes.code') }).fill('0123')
    await press(page, rehearsal('codes.check'))
    await read(page, rehearsal('codes.no'))
    await press(page, rehearsal('app.yes'))
    await show('rehearsal-done')
    await page.goto('/account/activity')
    await show('activity-full')
    await page.getByRole('link', { name: say('activity')('older') }).click()
    await page.getByRole('link', { name: say('activity')('newest') }).waitFor()
    await show('activity-older')
    await page.goto('/account/activity?about=sign_ins')
    await show('activity-narrowed')
    await page.locator('summary').first().click()
    await show('activity-entry-open')
    await page.goto('/account/sessions')
    await page
      .getByRole('link', { name: sessions('notMe') })
      .first()
      .click()
    await see(page, say('notMe')('did.title'))
    await show('not-me-session')

    const thief = await person.elsewhere()
    await thief.passkeys.add({ ...first, signCount: 0 })
    await thief.pressSignIn()
    await read(thief.page, say('refusals')('sign_in_failed'))
    await page.goto('/account/passkeys')
    await read(page, say('passkeys')('regressed'))
    await show('passkey-counter')
    await page.goto('/account/activity?about=worrying')
    await page.locator('summary').first().click()
    await page
      .getByRole('link', { name: say('activity')('notMe') })
      .first()
      .click()
    await see(page, say('notMe')('failed.title'))
    await show('not-me-failed')
    await page.goto('/account/passkeys')

    await page.request.delete('/api/session', { headers: { origin: new URL(page.url()).origin } })
    // The page looks again once its script is there.
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
      const title = page.getByRole('heading', { name: say('shell')('ended.title'), exact: true })
      await expect(title).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await show('session-ended')
  },
)

/** Enough events for a second page of the activity. */
async function renameOften(page: Page): Promise<void> {
  const headers = { origin: new URL(page.url()).origin }
  for (let time = 0; time < 50; time += 1) {
    const answer = await page.request.patch('/api/account', { data: { name: `Mira Holm ${time}` }, headers })
    expect(answer.status()).toBe(200)
  }
}
