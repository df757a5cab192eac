import { expect, test } from './test.ts'

const DELETE = /^Delete account/

test('fault U13 what is on hold while a recovery is under way and after it is said before anything is typed', async ({
  page,
  person,
  mailbox,
  clock,
}) => {
  const waiter = await person.elsewhere()
  await waiter.startRecovery()
  await page.goto('/account/data')
  await expect(page.getByText('While a recovery of the account is under way, it can’t be deleted.')).toBeVisible()
  await expect(page.getByRole('button', { name: DELETE })).toHaveCount(0)
  await expect(page.getByText('Nothing can be removed yet')).toHaveCount(0)

  await clock.jump({ hours: 25 })
  await mailbox.wait(person.email, 'recovery-ready')
  await waiter.finishRecovery()
  const settlesAt = (await clock.now()) + 10 * 86_400_000
  for (const path of ['/account/passkeys', '/account/data']) {
    await waiter.page.goto(path)
    const note = waiter.page.getByRole('region', { name: 'Nothing can be removed yet' })
    const told = Date.parse((await note.locator('time').getAttribute('datetime')) ?? '')
    expect(Math.abs(told - settlesAt)).toBeLessThan(3_600_000)
  }
  await clock.jump({ hours: 10 * 24 })
  await waiter.page.context().clearCookies()
  await waiter.signInByAutofill()
  await expect(waiter.page.getByRole('region', { name: 'Nothing can be removed yet' })).toHaveCount(0)
})
