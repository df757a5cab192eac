import { expect, type Page, test } from './test.ts'

test.use({ locale: 'de-DE' })

test('fault U17 an address that is missing or is none is said in the page’s language, at the field, until it changes', async ({
  page,
  newcomer,
}) => {
  await page.goto('/sign-up')
  const field = page.getByLabel('E-Mail-Adresse')
  for (const [typed, sentence] of [
    ['', 'Das fehlt noch. Bitte füllen Sie es aus.'],
    ['ada', 'Das ist keine gültige E-Mail-Adresse.'],
  ] as const) {
    await field.fill(typed)
    await field.press('Enter')
    await isToldAt(page, 'E-Mail-Adresse', sentence)
  }
  await page.keyboard.type('@')
  await expect(page.getByText('Das ist keine gültige E-Mail-Adresse.')).toBeHidden()
  await field.fill(newcomer.email)
  await field.press('Enter')

  const code = page.getByLabel('Code aus der E-Mail')
  await code.fill('123')
  await code.press('Enter')
  await isToldAt(page, 'Code aus der E-Mail', 'Das ist noch nicht der ganze Code.')
})

test('fault U17 no form leaves its faults to the browser', async ({ page }) => {
  for (const path of ['/sign-in', '/sign-up', '/recover', '/sign-in/password']) {
    await page.goto(path)
    expect(
      await page.locator('form').evaluateAll((forms) => forms.map((form) => (form as HTMLFormElement).noValidate)),
    ).not.toContain(false)
  }
})

async function isToldAt(page: Page, label: string, sentence: string): Promise<void> {
  const field = page.getByLabel(label)
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')))
  await expect(field).toHaveAttribute('aria-invalid', 'true')
}
