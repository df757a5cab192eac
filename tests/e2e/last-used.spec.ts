import { equip, signInByPassword } from './by-password.ts'
import { expect, type Page, test } from './test.ts'

const KEYS = ['latchkey.last-way', 'latchkey.passkey-offer']

test('the sign-in page says which way was used last in this browser, and nothing moves when it does', async ({
  page,
  person,
}) => {
  const app = await equip(page, person)
  await person.signOut()
  await page.goto('/sign-in')
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  const ways = page.getByRole('button', { name: 'Other ways' })
  await expect(page.getByText('Last used')).toHaveCount(0)
  const before = [await button.boundingBox(), await ways.boundingBox()]

  await person.signIn()
  await person.signOut()
  await page.goto('/sign-in')
  await expect(button).toHaveAccessibleDescription('Last used')
  expect([await button.boundingBox(), await ways.boundingBox()]).toEqual(before)

  await signInByPassword(page, person.email, app)
  await person.signOut()
  await page.goto('/sign-in')
  await expect(ways).toHaveAccessibleDescription('Last used')
  await expect(button).toHaveAccessibleDescription('')
  expect([await button.boundingBox(), await ways.boundingBox()]).toEqual(before)
  await ways.click()
  await expect(page.getByRole('link', { name: /^Use a password/ })).toContainText('Last used')
})

test('the browser keeps one word about it, which goes with the account', async ({ page, person }) => {
  await person.signOut()
  await person.signIn()
  expect(await kept(page)).toEqual(['passkey', 'over'])
  await page.goto('/account/data')
  await page.getByRole('button', { name: 'Delete account …' }).click()
  await page.getByLabel('Type DELETE to continue').fill('DELETE')
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/goodbye$/)
  expect(await kept(page)).toEqual([null, null])
})

test('who signed in with a password is offered a passkey, until they want none', async ({ page, person }) => {
  const app = await equip(page, person)
  await person.signOut()
  await signInByPassword(page, person.email, app)
  const offer = page.getByRole('region', { name: 'Sign in faster next time' })
  await expect(offer).toBeVisible()
  await expect(page.getByRole('region', { name: 'What helps most now' })).toHaveCount(0)
  await offer.getByRole('button', { name: 'Not now' }).click()
  await expect(offer).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'What helps most now' })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('region', { name: 'What helps most now' })).toBeVisible()
  await expect(offer).toHaveCount(0)
  await person.signOut()
  await signInByPassword(page, person.email, app)
  await expect(page.getByRole('region', { name: 'What helps most now' })).toBeVisible()
  await expect(offer).toHaveCount(0)
})

test('the offer leads to the passkeys, and is over once there is one on this device', async ({
  page,
  person,
  passkeys,
}) => {
  const app = await equip(page, person)
  const other = await person.elsewhere()
  await signInByPassword(other.page, person.email, app)
  await other.page.getByRole('link', { name: 'Create a passkey' }).click()
  await other.page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(other.page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')).toHaveCount(2)
  expect(await kept(other.page)).toEqual(['password', 'over'])
  await other.page.goto('/account')
  await expect(other.page.getByRole('heading', { name: 'If you lose something' })).toBeVisible()
  await expect(other.page.getByText('Sign in faster next time')).toHaveCount(0)
  expect(await passkeys.list()).toHaveLength(1)
})

test('who signed in with a passkey is offered none', async ({ page, person }) => {
  await person.signOut()
  await person.signIn()
  await page.evaluate((keys) => keys.forEach((key) => localStorage.removeItem(key)), KEYS)
  await page.reload()
  await expect(page.getByRole('region', { name: 'What helps most now' })).toBeVisible()
  await expect(page.getByText('Sign in faster next time')).toHaveCount(0)
})

/** What the browser keeps about signing in. */
function kept(page: Page): Promise<(string | null)[]> {
  return page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), KEYS)
}
