import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { launchServer } from '#tests/helpers/server.ts'
import { ROOT, runProgram, untilThere } from '#tests/helpers/process.ts'
import type { Person } from '#tests/kit/test.ts'
import { startServer } from './server.ts'
import { expect, type Page, test as base } from './test.ts'

/** A server where nobody has an account yet, and a mail server. */
const test = base.extend<object, { smtp: { port: number; sent: string[] } }>({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  smtp: [
    async ({}, use) => {
      const sent: string[] = []
      const server = new SMTPServer({
        logger: false,
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData(stream, session, done) {
          stream.resume()
          stream.on('end', () => {
            sent.push(...session.envelope.rcptTo.map(({ address }) => address))
            done()
          })
        },
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.server.address()
      await use({ port: typeof address === 'object' && address ? address.port : 0, sent })
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
    { scope: 'worker' },
  ],
})

test('a new operator becomes the owner, closes sign-up, invites two people, makes a group, suspends one, sees the other come back, backs up, restores and sends a letter', async ({
  page,
  newcomer,
  mailbox,
  clock,
  server,
  words,
  smtp,
}, info) => {
  test.setTimeout(240_000)
  const { origin, dataDir } = server
  const picture = async (name: string, shown: Page = page) =>
    info.attach(name, { body: await shown.screenshot({ fullPage: true }), contentType: 'image/png' })
  const latchkey = async (words: string[], settings: Record<string, string> = {}) => {
    const environment = { ORIGIN: origin, DATA_DIR: dataDir, ...settings }
    const command = runProgram(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), ...words], environment)
    expect(await command.ended, command.said()).toBe(0)
  }

  await newcomer.signUp()
  await newcomer.makeBackupCodes()
  await page.goto(readFileSync(join(dataDir, 'setup-link'), 'utf8').trim())
  await page.getByRole('button', { name: 'Become the owner' }).click()
  await expect(page).toHaveURL(`${origin}/admin`)
  await picture('overview')

  await page.goto('/admin/settings')
  await page.getByRole('radio', { name: /^Only with an invitation/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Every owner gets an e-mail about it.').first()).toBeVisible()
  await picture('settings')

  const [ada, bo] = [await invited('ada@example.org'), await invited('bo@example.org')]
  await picture('invitations')

  await page.goto('/admin/groups')
  await page.getByRole('button', { name: 'New group', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Finance')
  await page.getByRole('dialog').getByLabel('Key').fill('finance')
  await page.getByRole('dialog').getByRole('button', { name: 'Make the group' }).click()
  await page.getByRole('link', { name: /^Finance/ }).click()
  await page.getByLabel('Find a person by address').fill(bo.email)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Add ${bo.email}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('list', { name: 'Members' })).toContainText(bo.email)
  await picture('group')

  await open(ada.email)
  await page.getByRole('button', { name: 'Suspend' }).click()
  const dialog = page.getByRole('dialog', { name: `Suspend ${ada.email}?` })
  await dialog.getByLabel('Reason').fill('You left the company')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('This person is suspended')).toBeVisible()
  await picture('suspended')
  await ada.pressSignIn()
  await expect(ada.page.getByText(/is suspended/)).toBeVisible()
  await picture('what she sees', ada.page)

  // Bo has lost everything but the mailbox.
  const { page: lost } = await newcomer.elsewhere()
  await proveMailbox(lost, bo.email)
  await lost.getByRole('button', { name: words.startWait }).click()
  await expect(lost.getByRole('heading', { name: words.waiting })).toBeVisible()
  await open(bo.email)
  await expect(page.getByRole('main')).toContainText(/recovery/i)
  await picture('a recovery is under way')
  await clock.jump({ hours: 24, minutes: 1 })
  await proveMailbox(lost, bo.email)
  await lost.getByRole('button', { name: words.makeNewPasskey }).click()
  await expect(lost.getByRole('heading', { name: words.recovered })).toBeVisible()
  await picture('bo is back', lost)

  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  const file = join(folder, 'backup.sqlite')
  await latchkey(['backup', file])
  const empty = join(folder, 'restored')
  const SECRET = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  await latchkey(['restore', file], { DATA_DIR: empty, SECRET })
  const restored = await launchServer({
    dataDir: empty,
    environment: {
      SECRET,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(smtp.port),
      SMTP_TLS: 'none',
      SMTP_AUTH: 'none',
      MAIL_FROM: 'Latchkey <id@example.com>',
    },
  })
  await untilThere(restored, restored.origin)
  await page.goto(`${restored.origin}/admin/people`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('link', { name: bo.email })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: ada.email })).toContainText('Suspended')
  await picture('restored')
  await page.goto(`${restored.origin}/admin/mail`)
  await page.getByRole('button', { name: 'Send a test to myself' }).click()
  await expect(page.getByText(`A test is on its way to ${newcomer.email}.`).first()).toBeVisible()
  await expect.poll(() => smtp.sent).toContain(newcomer.email)
  await picture('mail')

  restored.child.kill('SIGTERM')
  await restored.ended
  rmSync(folder, { recursive: true, force: true })

  async function invited(email: string): Promise<Person> {
    await page.goto('/admin/invitations')
    await page.getByRole('button', { name: 'Invite people' }).click()
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    const { link = '' } = await mailbox.wait(email, 'invitation')
    const guest = { ...(await newcomer.elsewhere()), email }
    await guest.page.goto(link)
    await guest.page.getByRole('button', { name: 'Send me a code' }).click()
    await guest.page.getByLabel('Code from the e-mail').fill(await mailbox.code(email, 'sign-up-code'))
    await guest.page.getByRole('button', { name: 'Create a passkey' }).click()
    await expect(guest.page.getByRole('heading', { name: 'You’re in' })).toBeVisible()
    return guest
  }

  async function proveMailbox(tab: Page, email: string): Promise<void> {
    await tab.goto(`${origin}/recover`)
    await tab.evaluate(() => sessionStorage.clear())
    await tab.goto(`${origin}/recover`)
    await tab.getByLabel(words.address).fill(email)
    await tab.getByRole('button', { name: words.sendCode }).click()
    await tab.getByLabel(words.letterCode).fill(await mailbox.code(email, 'recovery-code'))
  }

  async function open(email: string): Promise<void> {
    await page.goto('/admin/people')
    await page.getByLabel('Search by address').fill(email)
    await page.keyboard.press('Enter')
    await page.getByRole('listitem').getByRole('link', { name: email }).click()
    await expect(page.getByRole('heading', { name: email, level: 1 })).toBeVisible()
  }
})
