import { expect, test } from './test.ts'

test('fault U22 a browser that blocks cookies is told that they are needed', async ({ page, newcomer, mailbox }) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  for (const [path, letter] of [
    ['/sign-up', 'sign-up-code'],
    ['/recover', 'recovery-code'],
  ] as const) {
    await page.goto(path)
    await page.getByLabel('E-mail address').fill(newcomer.email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByLabel('Code from the e-mail')).toBeFocused()
    // As if the browser had not kept the cookie of the answer.
    await page.context().clearCookies()
    const code = letter === 'sign-up-code' ? await mailbox.code(newcomer.email, letter) : '000000'
    await page.getByLabel('Code from the e-mail').fill(code)
    await expect(page.getByText('Your browser blocks cookies for this site.')).toBeVisible()
  }
})
