import { expect, type Page, test } from './test.ts'
import { hold } from '#tests/states/act.ts'

const isData = (url: URL) => url.searchParams.has('_rsc')

test('a page reads no other page ahead: a visit of the account is one page', async ({ page, person }) => {
  expect(person.email).toContain('@')
  const asked = pagesAsked(page)
  await page.goto('/account', { waitUntil: 'networkidle' })
  await page.getByRole('navigation').getByRole('link', { name: 'Devices' }).hover()
  await page.waitForLoadState('networkidle')
  expect(asked.splice(0)).toEqual(['/account'])
  await page.getByRole('navigation').getByRole('link', { name: 'Devices' }).click()
  await expect(page).toHaveURL(/\/account\/sessions$/)
  expect(asked).toEqual(['/account/sessions'])
})

test('a pressed link shows at once that it was heard, until its page is there', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.goto('/account')
  const line = page.locator('[data-going]')
  const answer = await hold(page, isData)
  await page.getByRole('navigation').getByRole('link', { name: 'Passkeys' }).click()
  await expect(line).toBeVisible()
  await expect(page).toHaveURL(/\/account$/)
  await answer.release()
  await expect(page).toHaveURL(/\/account\/passkeys$/)
  await expect(line).toHaveCount(0)
})

function pagesAsked(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (request.resourceType() === 'document' || isData(url)) asked.push(url.pathname)
  })
  return asked
}
