import { expect, test } from './test.ts'

/** Playwright's own virtual passkeys: a script in the page, so they work in any browser and know no Signal API. */
test.use({ deviceKind: 'script', throughPages: true })

test('the passkey road with Playwright’s own virtual passkeys', async ({ page, person, passkeys }) => {
  test.slow()
  const passkey = await passkeys.sole()
  await person.signOut()
  await person.signInByAutofill()
  expect((await passkeys.sole()).signCount).toBeGreaterThan(passkey.signCount)

  await person.signOut()
  await person.signIn()
  await person.signOut()

  // A copy in another browser, whose counter is behind.
  const elsewhere = await person.elsewhere()
  await elsewhere.passkeys.add(passkey)
  await elsewhere.pressSignIn()
  await expect(elsewhere.page.getByText('That did not sign you in.')).toBeVisible()
  await elsewhere.passkeys.setCounter(100)
  await elsewhere.signIn()

  await passkeys.makeStale()
  await person.pressSignIn()
  await expect(page.getByText('This passkey is not known here.')).toBeVisible()
})
