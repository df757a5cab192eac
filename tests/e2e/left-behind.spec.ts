import { expect, type Page, test } from './test.ts'

const PERSONAL = [
  '/account',
  '/account/passkeys',
  '/account/fallbacks',
  '/account/emails',
  '/account/sessions',
  '/account/activity',
  '/account/data',
]

test('V7.4.4 every page of an account has a way to sign out', async ({ page, person }) => {
  expect(person.email).toContain('@')
  for (const path of PERSONAL) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Sign out' }).locator('visible=true'), path).toHaveCount(1)
  }
})

test('X4 V14.3.2 V14.2.5 pages of an account are not cached, and none answers under a file name', async ({
  page,
  person,
}) => {
  for (const path of PERSONAL) {
    const answer = await page.request.get(path)
    expect([path, answer.status(), answer.headers()['cache-control']]).toEqual([
      path,
      200,
      expect.stringContaining('no-store'),
    ])
    expect([path, (await answer.text()).includes('Sign out')]).toEqual([path, true])
  }
  for (const path of [
    '/account/x.css',
    '/account/passkeys/a.js',
    '/account/data.json',
    '/account%2Fx.png',
    '/account/;.css',
  ]) {
    const answer = await page.request.get(path)
    expect([path, answer.status()]).toEqual([path, 404])
    expect(await answer.text()).not.toContain(person.email)
  }
})

test('V14.3.3 a tab stores its current step and a ceremony bound to this browser, and deletes both afterwards', async ({
  page,
  newcomer,
  browser,
  origin,
  mailbox,
}) => {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(newcomer.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByLabel('Code from the e-mail')).toBeVisible()
  const begun = await storageOf(page)
  expect(Object.keys(begun)).toEqual(['latchkey.sign-up'])
  expect(JSON.parse(begun['latchkey.sign-up'] ?? '')).toEqual({
    progress: { step: 'code', email: newcomer.email, ceremony: expect.any(String), digits: 6 },
    until: expect.any(Number),
  })
  await page.getByLabel('Code from the e-mail').fill(await mailbox.code(newcomer.email, 'sign-up-code'))
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
  expect(await storageOf(page)).toEqual({})

  await newcomer.startRecovery()
  const waiting = await storageOf(page)
  expect(Object.keys(waiting)).toEqual(['latchkey.recover'])
  const { progress } = JSON.parse(waiting['latchkey.recover'] ?? '') as { progress: { pass: { ceremony: string } } }
  const thief = await browser.newContext()
  const stolen = await thief.request.post(`${origin}/api/recovery/cancel`, {
    data: { ceremony: progress.pass.ceremony },
    headers: { origin },
  })
  expect(await stolen.json()).toMatchObject({ status: 410, code: 'ceremony_over' })
  await thief.close()

  await newcomer.signOut()
  expect(await storageOf(page)).toEqual({})
})

test('K16 a page with a token sends no referrer, is not cached or indexed, and sends no request elsewhere', async ({
  person,
  mailbox,
  origin,
  browser,
}) => {
  await person.startRecovery()
  const link = await mailbox.link(person.email, 'recovery-started')
  const page = await (await browser.newContext()).newPage()
  const asked: { url: string; referrer: string | undefined }[] = []
  page.on(
    'request',
    (request) => void asked.push({ url: request.url(), referrer: request.headers().referer || undefined }),
  )
  const answer = await page.goto(link, { waitUntil: 'networkidle' })
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': expect.stringContaining('no-store'),
  })
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  expect(asked.length).toBeGreaterThan(2)
  for (const { url, referrer } of asked)
    expect([url, referrer, url.startsWith(`${origin}/`) || url.startsWith('data:')]).toEqual([url, undefined, true])
  // The token is out of the address before any later request, and out of the history.
  expect(page.url()).not.toContain(link.split('/').at(-1))
  expect(asked.filter(({ url }) => url.includes(link.split('/').at(-1) ?? ''))).toHaveLength(1)
  await page.context().close()
})

function storageOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries([localStorage, sessionStorage].flatMap((area) => Object.entries(area))))
}
