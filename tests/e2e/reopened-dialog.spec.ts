import { refuse } from '#tests/states/act.ts'
import { expect, type Page, test } from './test.ts'

const FAULT = 'The last attempt failed.'
const SECOND = 'second@example.org'

type Asked = { path: string; opener: string | RegExp; request: string; act: string; keep: string }

const DIALOGS: Record<string, Asked> = {
  'remove a passkey': {
    path: '/account/passkeys',
    opener: /^Remove /,
    request: '**/api/passkeys/*',
    act: 'Remove this passkey',
    keep: 'Keep it',
  },
  'end a session': {
    path: '/account/sessions',
    opener: /^End the session on /,
    request: '**/api/sessions/*',
    act: 'End this session',
    keep: 'Keep it',
  },
  'end all other sessions': {
    path: '/account/sessions',
    opener: 'Sign out everywhere else',
    request: '**/api/sessions',
    act: 'Sign out the others',
    keep: 'Keep them',
  },
  'remove an address': {
    path: '/account/emails',
    opener: `Remove ${SECOND}`,
    request: '**/api/emails/*',
    act: 'Remove this address',
    keep: 'Keep it',
  },
  'make an address the primary one': {
    path: '/account/emails',
    opener: `Make primary: ${SECOND}`,
    request: '**/api/emails/*/primary',
    act: 'Make it primary',
    keep: 'Leave it',
  },
  'replace the backup codes': {
    path: '/account/fallbacks',
    opener: 'Create new codes',
    request: '**/api/backup-codes',
    act: 'Create ten new codes',
    keep: 'Keep the old ones',
  },
  'turn off the app': {
    path: '/account/fallbacks',
    opener: 'Turn off the app',
    request: '**/api/totp',
    act: 'Turn it off',
    keep: 'Keep it on',
  },
  'remove the password': {
    path: '/account/fallbacks',
    opener: 'Remove password',
    request: '**/api/password',
    act: 'Remove the password',
    keep: 'Keep it',
  },
}

test.describe('a reopened dialog shows no earlier error', () => {
  test('in the account', async ({ page, person, passkeys, mailbox }) => {
    await person.makeBackupCodes()
    await person.setUpApp()
    await send(page, 'put', 'password', { password: 'seven quiet herons at dawn' })
    const { ceremony } = await send(page, 'post', 'emails', { email: SECOND })
    await send(page, 'post', 'emails/code', { ceremony, code: await mailbox.code(SECOND, 'email-code') })
    const other = await person.elsewhere()
    await passkeys.cloneTo(other.passkeys)
    await other.signIn()

    for (const [name, asked] of Object.entries(DIALOGS))
      await test.step(name, async () => {
        await page.goto(asked.path)
        await expectFreshWhenReopened(page, asked)
      })
  })

  test('fault U14 for the name of a passkey, nor the name that was not saved', async ({ page, person }) => {
    expect(person.email).toContain('@')
    await page.goto('/account/passkeys')
    const dialog = page.getByRole('dialog')
    const open = () => page.getByRole('button', { name: /^Rename / }).click()
    await open()
    const name = await dialog.getByLabel('Name').inputValue()
    await dialog.getByLabel('Name').fill('Never saved')
    await refuse(page, '**/api/passkeys/*', { status: 409, code: 'busy', detail: FAULT })
    await dialog.getByRole('button', { name: 'Rename' }).click()
    await expect(dialog.getByText(FAULT)).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await open()
    await expect(dialog.getByLabel('Name')).toHaveValue(name)
    await expect(dialog.getByText(FAULT)).toBeHidden()
  })

  test('in a recovery', async ({ person }) => {
    const back = await person.elsewhere()
    await back.startRecovery()
    await expectFreshWhenReopened(back.page, {
      opener: 'Cancel this recovery',
      request: '**/api/recovery/cancel',
      act: 'Yes, cancel it',
      keep: 'Keep waiting',
    })
  })
})

async function expectFreshWhenReopened(page: Page, { opener, request, act, keep }: Omit<Asked, 'path'>): Promise<void> {
  const dialog = page.getByRole('dialog')
  const open = () => page.getByRole('button', { name: opener }).locator('visible=true').first().click()
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()

  await open()
  await refuse(page, request, { status: 409, code: 'busy', detail: FAULT })
  await press(act)
  await expect(dialog.getByRole('alert')).toHaveText(FAULT)
  await press(keep)
  await expect(dialog).toBeHidden()

  await open()
  await expect(dialog.getByRole('button', { name: act, exact: true })).toBeVisible()
  await expect.soft(dialog.getByRole('alert'), act).toHaveText('')
}

/** Does the preparation over the API, with the session of the page. */
async function send(page: Page, method: 'put' | 'post', path: string, data: object): Promise<Record<string, string>> {
  const answer = await page.request[method](`/api/${path}`, { data, headers: { origin: new URL(page.url()).origin } })
  expect(answer.ok(), path).toBe(true)
  return answer.status() === 204 ? {} : ((await answer.json()) as Record<string, string>)
}
