import { see } from '#tests/states/act.ts'
import { expect, type Page, test } from './test.ts'

const line = (page: Page) => page.getByRole('region', { name: 'The end of this session' })

test.use({ timezoneId: 'Europe/Berlin' })

test('a session by a mailbox and a code says on every page when it ends, and ends at a press', async ({
  page,
  person,
  clock,
}) => {
  test.slow()
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(line(page)).toHaveCount(0)

  const [code = ''] = await person.makeBackupCodes()
  const { page: there, openRecovery } = await person.elsewhere()
  await openRecovery()
  await see(there, 'One more code')
  await there.getByRole('textbox').fill(code)
  await there.keyboard.press('Enter')
  await see(there, 'You’re in')
  const now = await clock.now()
  for (const path of ['', '/passkeys', '/fallbacks', '/emails', '/sessions', '/activity', '/data']) {
    await there.goto(`/account${path}`)
    await expect(line(there)).toBeVisible()
  }
  const until = Date.parse((await line(there).locator('time').getAttribute('datetime')) ?? '')
  expect(Math.abs(until - now - 12 * 3_600_000)).toBeLessThan(300_000)
  const local = await there.evaluate(
    (at) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
    until,
  )
  await expect(line(there).getByText(local, { exact: true })).toBeVisible()

  await line(there).getByRole('button', { name: 'Sign out now' }).click()
  await expect(there).toHaveURL(/\/signed-out$/)
  await there.goto('/account')
  await expect(there).toHaveURL(/\/sign-in/)
})

test('nothing moves while a page of such a session loads', async ({ person }) => {
  const [code = ''] = await person.makeBackupCodes()
  const { page, openRecovery } = await person.elsewhere()
  await openRecovery()
  await see(page, 'One more code')
  await page.getByRole('textbox').fill(code)
  await page.keyboard.press('Enter')
  await see(page, 'You’re in')
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, { moved: (entry as unknown as { value: number }).value })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const width of [390, 1_280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/account', { waitUntil: 'networkidle' })
    await expect(line(page)).toContainText(/Ends at \d\d:\d\d/)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))))
    expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toBe(0)
  }
})
