import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { expect, test } from './test.ts'

const PAGES = { '/goodbye': 'account', '/signed-out': 'session' }

test('fault U21 nobody is told that they left who did not: such a link leads to the start', async ({
  request,
  origin,
}) => {
  const name = cookieAt('goodbye', origin)
  for (const [path, ended] of Object.entries(PAGES))
    for (const cookie of ['', `${name}=`, `${name}=1`, `${name}=${ended === 'account' ? 'session' : 'account'}`]) {
      const answer = await request.get(path, { headers: { cookie }, maxRedirects: 0 })
      expect([path, cookie, answer.status(), answer.headers().location]).toEqual([path, cookie, 307, '/'])
    }
})

test('fault U21 who signed out is told so, also when they reload, and a deletion is not', async ({ page, person }) => {
  await person.signOut()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You’re signed out' })).toBeVisible()
  await page.goto('/goodbye')
  await expect(page).toHaveURL(/localhost:\d+\/$/)
})
