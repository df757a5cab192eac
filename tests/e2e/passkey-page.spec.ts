import type { Locator } from '@playwright/test'
import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import { expect, type Page, plugIn, test } from './test.ts'

test('the card of a new passkey offers its name, and the keyboard is enough to save another one', async ({
  page,
  person,
  passkeys,
}) => {
  expect(person.email).toContain('@')
  await passkeys.unplug()
  await plugIn(page)
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const list = page.getByRole('list', { name: 'Your passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveValue((await list.getByRole('heading').last().textContent()) ?? '')
  await expect(page.getByRole('button', { name: 'Add a passkey' }), 'the focus stays').toBeFocused()

  await name.fill(' ')
  await name.press('Enter')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('Work laptop')
  await name.press('Enter')
  await expect(list.getByRole('heading', { name: 'Work laptop' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '“Work laptop” was added' })).toBeVisible()
  await expect(page.getByText('Renamed to “Work laptop”.')).toBeVisible()
})

test('a passkey is created on a security key when the person asks for a phone or a key', async ({
  page,
  person,
  passkeys,
}) => {
  expect(person.email).toContain('@')
  await plugIn(page, { synced: false, roaming: true })
  await page.goto('/account/passkeys')
  const asked = page.waitForResponse('**/api/passkeys/options')
  await page.getByRole('button', { name: 'Use your phone or a security key' }).click()
  expect(await (await asked).json()).toMatchObject({
    options: {
      hints: ['hybrid', 'security-key'],
      authenticatorSelection: { authenticatorAttachment: 'cross-platform' },
    },
  })
  const rows = page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Security key · Only on this key')
  expect(await passkeys.list(), 'the device itself got none').toHaveLength(1)
})

test('a passkey of a known provider has its initial for a mark, and its kind in words', async ({
  page,
  person,
  origin,
}) => {
  expect(person.email).toContain('@')
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(origin + path, { data, headers: { origin } })
    expect(answer.ok()).toBe(true)
    // The routes' own answers, whose shape their schemas guarantee.
    return (await answer.json()) as { ceremony: string; options: never }
  }
  const { ceremony, options } = await post('/api/passkeys/options', {})
  const aaguid = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'
  const credential = createAuthenticator({ origin }).create(options, { aaguid })
  await post('/api/passkeys', { ceremony, credential })

  await page.goto('/account/passkeys')
  const row = page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem').last()
  await expect(row).toContainText('Google Password Manager')
  await expect(row).toContainText('Password manager · On all your devices with Google Password Manager')
  await expect(row.locator('svg text')).toHaveText('G')
  await row.getByRole('button', { name: 'Rename Google Password Manager' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Work laptop')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('heading', { name: 'Work laptop' })).toBeVisible()
  await expect(row.locator('svg text'), 'the mark is of the provider, not of the name').toHaveText('G')
})

test('each passkey lists where it is signed in', async ({ page, person, passkeys }) => {
  const other = await person.elsewhere()
  await passkeys.cloneTo(other.passkeys)
  await other.signInByAutofill()
  await page.goto('/account/passkeys')
  await page.locator('summary', { hasText: 'Signed in on 2 devices' }).press('Enter')
  const places = page.getByRole('list', { name: /^Signed in with/ }).getByRole('listitem')
  await expect(places).toHaveText([/^Chrome on Linux · this device$/, /^Chrome on Linux · last seen /])
  await page.getByRole('link', { name: 'All devices and sessions' }).click()
  await expect(page).toHaveURL(/\/account\/sessions$/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the secret of an app is first a link to an app on the phone', async ({ page, person }) => {
    expect(person.email).toContain('@')
    const { dialog, link } = await openSecret(page)
    await expect(link).toHaveAttribute('href', /^otpauth:\/\/totp\//)
    const [above, below] = [await link.boundingBox(), await dialog.getByRole('img').boundingBox()]
    expect(above?.y ?? Infinity).toBeLessThan(below?.y ?? 0)
  })
})

test('on a desktop the link to an app is below the QR code, and its press sends nothing', async ({ page, person }) => {
  expect(person.email).toContain('@')
  const { dialog, link } = await openSecret(page)
  const [below, above] = [await link.boundingBox(), await dialog.getByRole('img').boundingBox()]
  expect(below?.y ?? 0).toBeGreaterThan(above?.y ?? Infinity)

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await link.click()
  await expect(dialog).toBeVisible()
  expect(sent.filter((url) => !url.startsWith('otpauth:'))).toEqual([])
})

/** Begins to set up an app. The link to one stands in the dialog once. */
async function openSecret(page: Page): Promise<{ dialog: Locator; link: Locator }> {
  await page.goto('/account/fallbacks')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const dialog = page.getByRole('dialog')
  const link = dialog.getByRole('link', { name: 'Open in an app on this device' })
  await expect(link).toHaveCount(1)
  return { dialog, link }
}
