import { expect, type Page } from '@playwright/test'
import { anotherPerson, giveRole } from '#tests/e2e/administration.ts'
import { press, read, see } from '#tests/states/act.ts'
import { clear } from '#tests/states/clear.ts'
import { story } from '#tests/states/story.ts'

const CONDITION = `{
  "any": [
    { "not": { "has": "resource.amount" } },
    { "gt": [{ "attribute": "resource.amount" }, 1000] }
  ]
}`

/** Groups, roles of apps, policies and service keys, for an owner. */
export const access = story(
  'access',
  [
    'access-groups-none',
    'access-group-dialog',
    'access-groups',
    'access-group-found',
    'access-member-dialog',
    'access-group',
    'access-group-remove',
    'access-roles-none',
    'access-role-dialog',
    'access-roles',
    'access-role',
    'access-policies-none',
    'access-policy-new',
    'access-policy-refused',
    'access-policies',
    'access-policy',
    'access-try',
    'access-allowed',
    'access-denied',
    'access-person',
    'access-key-dialog',
    'access-key-shown',
    'access-keys',
  ],
  async ({ page, person, mailbox, dataDir, say, show }) => {
    const [groups, roles, policies] = [say('adminGroups'), say('adminAppRoles'), say('adminPolicies')]
    const [shared, keys] = [say('adminAccess'), say('adminServiceKeys')]
    await person.signUp()
    await page.goto('/account')
    const origin = new URL(page.url()).origin
    await giveRole(page, { origin, dataDir }, { email: person.email, role: 'owner' })
    const ada = await anotherPerson(person, mailbox, origin, 'ada.byron@example.org')
    const dialog = page.getByRole('dialog')

    clear(dataDir, 'access')
    await page.goto('/admin/groups')
    await see(page, groups('none'))
    await show('access-groups-none')
    await press(page, groups('make.button'))
    await dialog.getByLabel(shared('name'), { exact: true }).fill('Finance')
    await dialog.getByLabel(shared('key'), { exact: true }).fill('finance')
    await dialog.getByLabel(groups('domainsLabel')).fill('finance.example.com')
    await show('access-group-dialog')
    await press(dialog, groups('make.confirm'))
    await page.getByRole('link', { name: /^Finance/ }).waitFor()
    await show('access-groups')
    await page.getByRole('link', { name: /^Finance/ }).click()
    await find(page)
    await show('access-group-found')
    await press(page, shared('give.member.label', { whom: ada.email }))
    await see(page, shared('give.member.title', { what: 'Finance' }))
    await show('access-member-dialog')
    await press(dialog, shared('give.member.confirm'))
    await expect(page.getByRole('list', { name: groups('members') })).toContainText(ada.email)

    await page.goto('/admin/roles')
    await see(page, roles('none'))
    await show('access-roles-none')
    for (const [key, name, permissions, includes] of ROLES) {
      await press(page, roles('make.button'))
      await dialog.getByLabel(shared('app'), { exact: true }).fill('billing')
      await dialog.getByLabel(shared('key'), { exact: true }).fill(key)
      await dialog.getByLabel(shared('name'), { exact: true }).fill(name)
      await dialog.getByLabel(roles('permissions')).fill(permissions)
      await dialog.getByLabel(roles('includesLabel')).fill(includes)
      if (includes !== '') await show('access-role-dialog')
      await press(dialog, roles('make.confirm'))
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor()
    }
    await show('access-roles')
    await page.getByRole('link', { name: /^Approver/ }).click()
    await press(page, shared('give.groupRole.toGroup'))
    await press(dialog, shared('give.groupRole.confirm'))
    await expect(page.getByRole('list', { name: roles('groups') })).toContainText('Finance')
    await show('access-role')
    await page.goto('/admin/groups/finance')
    await show('access-group')
    await press(page, groups('remove.button'))
    await see(page, groups('remove.title', { name: 'Finance' }))
    await show('access-group-remove')

    await page.goto('/admin/policies')
    await see(page, policies('none'))
    await show('access-policies-none')
    await page.getByRole('link', { name: policies('make.button') }).click()
    await see(page, policies('make.title'))
    await page.locator('summary').click()
    await show('access-policy-new')
    await page.getByLabel(shared('app'), { exact: true }).fill('billing')
    await page.getByLabel(policies('id'), { exact: true }).fill('small-only')
    await page.getByLabel(policies('effects.forbid')).check()
    await page.getByLabel(policies('actions'), { exact: true }).fill('approve:invoices')
    await page.getByLabel(policies('when')).fill('{ "more": [] }')
    await press(page, policies('make.confirm'))
    await expect(page.getByLabel(policies('when'))).toHaveAttribute('aria-invalid', 'true')
    await show('access-policy-refused')
    await page.getByLabel(policies('when')).fill(CONDITION)
    await press(page, policies('make.confirm'))
    await page.getByRole('link', { name: /^small-only/ }).waitFor()
    await show('access-policies')
    await page.getByRole('link', { name: /^small-only/ }).click()
    await see(page, 'small-only')
    await show('access-policy')

    await page.goto('/admin/policies/try')
    await find(page)
    await show('access-try')
    await press(page, policies('try.chooseLabel', { whom: ada.email }))
    await page.getByLabel(shared('app'), { exact: true }).fill('billing')
    await page.getByLabel(policies('try.action'), { exact: true }).fill('approve:invoices')
    await page.getByLabel(policies('try.attributes')).fill('{ "amount": 500 }')
    await press(page, policies('try.confirm'))
    await read(page, policies('try.allowed'))
    await show('access-allowed')
    await page.getByLabel(policies('try.attributes')).fill('{ "amount": 5000 }')
    await press(page, policies('try.confirm'))
    await read(page, policies('try.denied'))
    await show('access-denied')

    await page.goto('/admin/people')
    await page.getByRole('link', { name: ada.email }).click()
    await see(page, say('adminPerson')('access.groups'))
    await show('access-person')

    await page.goto('/admin/keys')
    await press(page, keys('make.button'))
    await dialog.getByLabel(shared('app'), { exact: true }).fill('billing')
    await dialog.getByLabel(shared('name'), { exact: true }).fill('Invoices')
    await show('access-key-dialog')
    await press(dialog, keys('make.confirm'))
    await see(page, keys('shown.title'))
    await show('access-key-shown')
    await press(page, keys('shown.done'))
    await page.getByRole('button', { name: keys('revoke.label', { name: 'Invoices' }) }).waitFor()
    await show('access-keys')

    /** Finds the other person. */
    async function find(at: Page): Promise<void> {
      await at.getByLabel(shared('find.label')).fill('ada.')
      await press(at, shared('find.button'))
      await at.getByText(ada.email).first().waitFor()
    }
  },
)

/** Key, name, permissions and included roles of each role. */
const ROLES = [
  ['viewer', 'Viewer', 'read:invoices', ''],
  ['approver', 'Approver', 'approve:invoices', 'viewer'],
] as const
