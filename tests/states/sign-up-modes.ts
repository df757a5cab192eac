import type { Page } from '@playwright/test'
import { giveRole } from '#tests/e2e/administration.ts'
import { press, read, see } from '#tests/states/act.ts'
import { clear } from '#tests/states/clear.ts'
import { story } from '#tests/states/story.ts'

const MODES = ['open', 'invitation', 'domain', 'approval', 'closed'] as const

/** Who may sign up: what administrators choose, and what newcomers then meet. */
export const signUpModes = story(
  'who may sign up',
  [
    'admin-settings',
    'admin-settings-domain',
    'admin-settings-changed',
    'admin-invitations-none',
    'admin-invite-dialog',
    'admin-invite-link',
    'admin-invite-made',
    'admin-invitations',
    'admin-revoke-dialog',
    'admin-approvals-none',
    'admin-approvals',
    'admin-decline-dialog',
    'sign-up-domain',
    'sign-up-invitation',
    'sign-up-approval',
    'sign-up-waiting',
    'sign-in-waiting',
    'sign-up-closed',
    'invited',
    'invited-link',
    'invited-code',
    'invited-missing',
    'invited-wrong',
    'invited-revoked',
  ],
  async ({ page, person, mailbox, dataDir, say, show }) => {
    const [words, up, invited] = [say('adminSignUp'), say('signUp'), say('invited')]
    await person.signUp()
    await page.goto('/account')
    const origin = new URL(page.url()).origin
    await page.request.patch('/api/account', { data: { name: 'Mira Holm' }, headers: { origin } })
    await giveRole(page, { origin, dataDir }, { email: person.email, role: 'owner' })
    const newcomer = await person.elsewhere()
    const guest = newcomer.page

    async function choose(mode: (typeof MODES)[number]): Promise<void> {
      await page.goto('/admin/settings')
      await page.locator('input[name=mode]').nth(MODES.indexOf(mode)).check()
      if (mode === 'domain')
        await page.getByLabel(words('settings.domains'), { exact: true }).fill('example.com, example.org')
    }

    async function save(): Promise<void> {
      await press(page, words('settings.save'))
      await read(page, words('settings.saved'))
    }

    async function invite(kind: 'address' | 'link', email?: string): Promise<string> {
      const dialog = page.getByRole('dialog')
      await page.goto('/admin/invitations')
      await press(page, words('invitations.invite'))
      await dialog.getByText(words(`invitations.kinds.${kind}`)).click()
      if (email !== undefined) await dialog.getByLabel(say('components')('email')).fill(email)
      await press(dialog, words(`invitations.make.${kind}`))
      const link = (await dialog.locator('code').textContent()) ?? ''
      return new URL(link).hash
    }

    async function close(): Promise<void> {
      await press(page.getByRole('dialog'), words('invitations.made.done'))
    }

    await page.goto('/admin/settings')
    await see(page, words('settings.title'))
    await show('admin-settings')
    try {
      await choose('domain')
      await show('admin-settings-domain')
      await save()
      await guest.goto('/sign-up')
      await read(guest, up('onlyDomains'))
      await show('sign-up-domain', guest)
      await choose('invitation')
      await save()
      await page
        .getByRole('listitem')
        .filter({ hasText: words('modes.domain.name') })
        .waitFor()
      await show('admin-settings-changed')
      await guest.goto('/sign-up')
      await see(guest, up('invitation.title'))
      await show('sign-up-invitation', guest)

      clear(dataDir, 'invitations')
      await page.goto('/admin/invitations')
      await see(page, words('invitations.none'))
      await show('admin-invitations-none')
      await press(page, words('invitations.invite'))
      await show('admin-invite-dialog')
      await page.getByRole('dialog').getByText(words('invitations.kinds.link')).click()
      await page.getByLabel(words('invitations.people')).waitFor()
      await show('admin-invite-link')
      const address = await invite('address', 'rosalind@example.net')
      await show('admin-invite-made')
      await close()
      const link = await invite('link')
      await close()
      await page.getByRole('listitem').filter({ hasText: 'rosalind' }).waitFor()
      await show('admin-invitations')

      await guest.goto(`/invited${address}`)
      await see(guest, invited('title'))
      await show('invited', guest)
      await press(guest, up('sendCode'))
      await see(guest, up('checkMail'))
      await show('invited-code', guest)
      await openAnew(guest, `/invited${link}`)
      await see(guest, invited('title'))
      await show('invited-link', guest)
      const named = { name: words('invitations.link', { people: 10 }) }
      await press(page, words('invitations.revoke.label', named))
      await see(page, words('invitations.revoke.title'))
      await show('admin-revoke-dialog')
      await press(page.getByRole('dialog'), words('invitations.revoke.act'))
      await read(page, words('invitations.revoke.done'))
      await openAnew(guest, `/invited${link}`)
      await see(guest, invited('dead.revoked.title'))
      await show('invited-revoked', guest)
      await openAnew(guest, '/invited#nothing')
      await see(guest, invited('dead.wrong.title'))
      await show('invited-wrong', guest)
      await openAnew(guest, '/invited')
      await see(guest, invited('dead.missing.title'))
      await show('invited-missing', guest)

      await page.goto('/admin/approvals')
      await see(page, words('approvals.none'))
      await show('admin-approvals-none')
      await choose('approval')
      await save()
      await guest.goto('/sign-up')
      await read(guest, up('approved'))
      await show('sign-up-approval', guest)
      const email = 'grace@example.net'
      await guest.getByLabel(say('components')('email')).fill(email)
      await press(guest, up('sendCode'))
      await guest.getByLabel(up('code')).fill(await mailbox.code(email, 'sign-up-code'))
      await press(guest, up('create'))
      await see(guest, up('waiting.title'))
      await show('sign-up-waiting', guest)
      await newcomer.pressSignIn()
      await read(guest, say('refusals')('awaiting_approval'))
      await show('sign-in-waiting', guest)
      await page.goto('/admin/approvals')
      await read(page, email)
      await show('admin-approvals')
      await pick(page, words('approvals.decline.label', { email }), words('approvals.decline.button'))
      await see(page, words('approvals.decline.title'))
      await show('admin-decline-dialog')
      await press(page.getByRole('dialog'), words('approvals.decline.button'))
      await read(page, words('approvals.decline.done', { email }))
      await choose('closed')
      await save()
      await guest.goto('/sign-up')
      await see(guest, up('closed.title'))
      await show('sign-up-closed', guest)
    } finally {
      // Other stories sign up on the same server.
      await choose('open')
      await save()
    }
  },
)

/** Opens an address as a new page: another fragment alone would not load it. */
async function openAnew(page: Page, path: string): Promise<void> {
  await page.goto('about:blank')
  await page.evaluate(() => undefined)
  await page.goto(path)
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('about:blank')
  await page.goto(path)
}

/** Presses an act of a row: beside it, or on phones in its list. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true })
  if (await button.isVisible()) return button.click()
  await page.getByRole('listitem').getByRole('button').first().click()
  await page.getByRole('menuitem', { name }).click()
}
