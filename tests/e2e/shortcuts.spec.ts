import { expect, type Page, test } from './test.ts'

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

/** Opens the account, and waits until its shortcuts are there. */
async function open(page: Page, path = '/account'): Promise<void> {
  await page.goto(path)
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(sheet(page)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toBeHidden()
}

test('g and a letter lead to each page of the account', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await open(page)
  for (const [letter, path] of Object.entries({
    p: '/account/passkeys',
    w: '/account/fallbacks',
    a: '/account/emails',
    d: '/account/sessions',
    h: '/account/activity',
    y: '/account/data',
    o: '/account',
  })) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  }
})

test('the sheet shows every shortcut, and gives the focus back', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await open(page)
  const entry = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await entry.click()
  await expect(sheet(page).getByRole('term')).toHaveText([
    'Overview',
    'Passkeys',
    'Ways back in',
    'Addresses',
    'Devices',
    'Activity',
    'Your data',
    'This list',
  ])
  // Inside a dialog no shortcut does anything.
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.keyboard.press('Escape')
  await expect(entry).toBeFocused()
  await expect(page).toHaveURL(/\/account$/)
})

test('nothing happens while somebody types, with a modifier, or after a letter alone', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await open(page, '/account/data')
  const field = page.getByRole('textbox', { name: 'Name' })
  await field.fill('')
  await field.pressSequentially('gp?')
  await expect(field).toHaveValue('gp?')
  await field.blur()
  for (const keys of [['p'], ['g', 'x', 'p'], ['g', 'Control+p'], ['Shift+g', 'p'], ['Alt+?']])
    for (const key of keys) await page.keyboard.press(key)
  await page.keyboard.press('?')
  await expect(sheet(page)).toBeVisible()
  await expect(page).toHaveURL(/\/account\/data$/)
})

test('shortcuts that were turned off stay off in this browser, until they are turned on again', async ({
  page,
  person,
}) => {
  await open(page)
  const entry = page.getByRole('button', { name: 'Keyboard shortcuts' })
  const box = page.getByRole('checkbox', { name: 'Keyboard shortcuts are on in this browser' })
  await entry.click()
  await box.uncheck()
  await page.keyboard.press('Escape')
  await person.signOut()
  await person.signInByAutofill()
  await entry.click()
  await expect(box).not.toBeChecked()
  await page.keyboard.press('Escape')
  for (const key of ['?', 'g', 'p']) await page.keyboard.press(key)
  await expect(sheet(page)).toBeHidden()
  await expect(page).toHaveURL(/\/account$/)
  await entry.click()
  await box.check()
  await page.keyboard.press('Escape')
  for (const key of ['g', 'p']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/account\/passkeys$/)
})

test('on a phone there is no entry for them', async ({ page, person }) => {
  expect(person.email).toContain('@')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeHidden()
})
