import { expect, plugIn, test } from './test.ts'

// The kit's own person goes through the pages.
test.use({ throughPages: true })

/** Long enough for a device that is present to have answered. */
const A_WHILE_MS = 1_000

for (const deviceKind of ['browser', 'script'] as const) {
  test.describe(`a device of the ${deviceKind}`, () => {
    test.use({ deviceKind })

    test('answers autofill only when a test picks from it', async ({ page, person, passkeys }) => {
      await person.signOut()
      const { signCount } = await passkeys.sole()
      await passkeys.leaveAutofill(() => page.goto('/sign-in'))
      await page.waitForTimeout(A_WHILE_MS)
      await expect(page).toHaveURL(/\/sign-in$/)
      expect((await passkeys.sole()).signCount).toBe(signCount)

      await passkeys.pickFromAutofill(() => page.reload())
      await expect(page).toHaveURL(/\/account$/)
      expect((await passkeys.sole()).signCount).toBeGreaterThan(signCount)
    })

    test('adds, removes and counts passkeys', async ({ person, passkeys }) => {
      const passkey = await passkeys.sole()
      await passkeys.remove()
      expect(await passkeys.list()).toEqual([])
      await expect(passkeys.sole()).rejects.toThrow('The device holds no passkeys')
      await passkeys.add(passkey)
      expect(await passkeys.sole()).toEqual(passkey)

      await passkeys.setCounter(41)
      await person.signOut()
      await person.signIn()
      expect((await passkeys.sole()).signCount).toBe(42)
    })
  })
}

test('the error names a page that makes no autofill request', async ({ page, passkeys }) => {
  await page.goto('/')
  const picked = passkeys.pickFromAutofill(() => Promise.resolve(), { timeout: A_WHILE_MS })
  const left = passkeys.leaveAutofill(() => Promise.resolve(), { timeout: A_WHILE_MS })
  await Promise.all([
    expect(picked).rejects.toThrow('No passkey was picked'),
    expect(left).rejects.toThrow('The page asked for no passkey by autofill.'),
  ])
})

test('a removed device gets no more requests, and its successor gets them', async ({ page, person, passkeys }) => {
  const passkey = await passkeys.sole()
  await person.signOut()
  await passkeys.unplug()
  const next = await plugIn(page)
  await next.add(passkey)
  await person.signIn()
  expect((await next.sole()).signCount).toBeGreaterThan(passkey.signCount)
})

test('a passkey removed from the account can be put back into the device, and offers to take the account back', async ({
  page,
  person,
  passkeys,
}) => {
  const first = await passkeys.sole()
  await passkeys.remove()
  await page.goto('/account/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')).toHaveCount(2)
  // The removal needs the oldest passkey itself, because no other has settled.
  await passkeys.remove()
  await passkeys.add(first)
  const rows = page.getByRole('list', { name: 'Your passkeys' }).getByRole('listitem')
  await rows
    .first()
    .getByRole('button', { name: /^Remove/ })
    .click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(rows).toHaveCount(1)

  await expect.poll(() => passkeys.list()).toEqual([])
  // It has signed for its own removal, so its counter is ahead of the copy.
  await passkeys.add({ ...first, signCount: first.signCount + 1 })
  await person.signOut()
  await person.pressSignIn()
  await expect(page.getByRole('heading', { name: 'This was removed from the account' })).toBeVisible()
  expect(await passkeys.list()).toHaveLength(1)
})

test('the mailbox returns each letter once', async ({ person, mailbox }) => {
  const again = mailbox.wait(person.email, 'sign-up-code', { timeout: A_WHILE_MS })
  await expect(again).rejects.toThrow('There are: sign-up-code.')
  expect(await mailbox.letters(person.email)).toHaveLength(1)
})

const OWN_APP = 'http://own-app.localhost'
const ownTest = test.extend({ baseURL: OWN_APP, latchkey: ({ server }, use) => use(server.origin) })

for (const deviceKind of ['browser', 'script'] as const) {
  ownTest.describe(`beside an app that is not Latchkey, with a device of the ${deviceKind}`, () => {
    ownTest.use({ deviceKind })

    ownTest('the person is at Latchkey, and the device everywhere', async ({ page, person, passkeys }) => {
      await page.route(`${OWN_APP}/`, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }))
      await passkeys.leaveAutofill(() => page.goto('/'))
      await page.getByRole('button', { name: 'Make one' }).click()
      await expect(page).toHaveTitle('made')
      expect((await passkeys.list()).map(({ rpId }) => rpId).sort()).toEqual(['localhost', 'own-app.localhost'])

      await passkeys.pickFromAutofill(() => page.reload())
      await expect(page).toHaveTitle('in')
      await person.signOut()
      await person.signIn()
    })
  })
}

/** The smallest page that asks by autofill when it opens, and by a window when its button is pressed. */
const PAGE = `<title>nobody</title><input autocomplete="webauthn"><button>Make one</button><script>
  const bytes = (length) => crypto.getRandomValues(new Uint8Array(length))
  const autofill = new AbortController()
  navigator.credentials.get({ mediation: 'conditional', signal: autofill.signal, publicKey: { challenge: bytes(32) } }).then(() => (document.title = 'in'), () => {})
  document.querySelector('button').onclick = async () => {
    autofill.abort()
    const user = { id: bytes(8), name: 'ada', displayName: 'Ada' }
    const authenticatorSelection = { residentKey: 'required' }
    await navigator.credentials.create({ publicKey: { challenge: bytes(32), rp: { name: 'Own app' }, user, authenticatorSelection, pubKeyCredParams: [{ type: 'public-key', alg: -7 }] } })
    document.title = 'made'
  }
</script>`
