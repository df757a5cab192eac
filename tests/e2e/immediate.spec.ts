import { expect, type Page, test } from './test.ts'

test('where the browser can, the sign-in button of the home page signs in with the passkey at hand', async ({
  page,
  person,
}) => {
  await person.signOut()
  const seen = pathsOf(page)
  const asked = await requestsOf(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL(/\/account$/)
  expect(await asked()).toEqual([{ uiMode: 'immediate', allowed: 0 }])
  expect(seen).not.toContain('/sign-in')
})

test('the keyboard presses it, too', async ({ page, person }) => {
  await person.signOut()
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).last().press('Enter')
  await expect(page).toHaveURL(/\/account$/)
})

test('without a passkey at hand it leads to the sign-in page, and nothing is said', async ({
  page,
  person,
  passkeys,
}) => {
  await person.signOut()
  await passkeys.remove()
  const asked = await requestsOf(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    'Your device will ask for your fingerprint, face or screen lock.',
  )
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  expect((await asked())[0]).toEqual({ uiMode: 'immediate', allowed: 0 })
})

test('where the browser cannot, it is the link to the sign-in page', async ({ page, person }) => {
  await person.signOut()
  await page.addInitScript(() => {
    const own = PublicKeyCredential.getClientCapabilities.bind(PublicKeyCredential)
    PublicKeyCredential.getClientCapabilities = async () => ({ ...(await own()), immediateGet: false })
  })
  const asked = await requestsOf(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  expect((await asked()).map(({ uiMode }) => uiMode)).not.toContain('immediate')
})

test('a browser from before capabilities follows the link', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(PublicKeyCredential, 'getClientCapabilities')
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('the sign-in page says why a passkey that was picked did not sign in', async ({ page, person, passkeys }) => {
  await person.signOut()
  await passkeys.makeStale()
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(page.getByText('We don’t know this passkey.')).toBeVisible()
  await expect.poll(() => passkeys.list(), 'it is signalled away').toHaveLength(0)

  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByRole('link', { name: /^Sign in/ }).click()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  await expect(page.getByText('We don’t know this passkey.'), 'it is said once').toHaveCount(0)
})

test('a press while the server cannot be reached leads to the sign-in page', async ({ page, person }) => {
  await person.signOut()
  await page.goto('/')
  await page.route('**/api/sign-in/options', (route) => route.abort(), { times: 1 })
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
})

type Asked = { uiMode: string | undefined; allowed: number }

/** Notes what the page asks the browser for from its next load on. Returns what reads it. */
async function requestsOf(page: Page): Promise<() => Promise<Asked[]>> {
  const asked: Asked[] = []
  await page.exposeFunction('noteRequest', (request: Asked) => void asked.push(request))
  await page.addInitScript(() => {
    type Noting = Window & { noteRequest: (request: Asked) => void }
    const own = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = (options?: CredentialRequestOptions & { uiMode?: string }) => {
      const { noteRequest } = window as unknown as Noting
      noteRequest({ uiMode: options?.uiMode, allowed: options?.publicKey?.allowCredentials?.length ?? 0 })
      return own(options)
    }
  })
  return () => Promise.resolve(asked)
}

/** The paths that the page is led to from now on. */
function pathsOf(page: Page): string[] {
  const paths: string[] = []
  page.on('framenavigated', (frame) => paths.push(new URL(frame.url()).pathname))
  return paths
}
