import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstBrokenAct, type ShownAct } from '#server/admin/audit.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, eventKinds, letterNames } from '#tests/server/second-factor/steps.ts'
import { latchkey, latchkeyJson, makeFolder } from '#tests/cli/latchkey.ts'

const at = ({ config }: TestWorld) => ({ DATA_DIR: config.dataDir })

/** Writes a file of access, and returns its path. */
function fileOf(content: string, name = 'access.yaml'): string {
  const file = join(makeFolder(), name)
  writeFileSync(file, content)
  return file
}

const ACCESS = `
groups:
  - key: finance
    name: Finance
    domains: [finance.example]
    members: [ada@example.com, BO@example.com]
roles:
  # The includer stands before the one that it includes.
  - app: billing
    key: approver
    name: Approver
    permissions: [approve:invoices]
    includes: [viewer]
    groups: [finance]
  - app: billing
    key: viewer
    name: Viewer
    permissions: [read:invoices, read:people]
    people: [cy@example.com]
policies:
  - app: billing
    id: small
    effect: forbid
    actions: [approve:invoices]
    when: { gt: [{ attribute: resource.amount }, 1000] }
`
const PLAN = `+ group finance: name "Finance", domains ["finance.example"]
+ role billing/approver: name "Approver", permissions ["approve:invoices"], includes ["viewer"]
+ role billing/viewer: name "Viewer", permissions ["read:invoices","read:people"]
+ role billing/approver for group finance
+ policy billing/small: effect "forbid", actions ["approve:invoices"], when {"gt":[{"attribute":"resource.amount"},1000]}, enabled true
+ ada@example.com in group finance
+ bo@example.com in group finance
+ role billing/viewer for cy@example.com
`

/** A world in which an owner administers, and the three people of the file have accounts. */
async function makeTeam() {
  const world = makeWorld()
  const owner = await makeOwner(world)
  const [ada, bo, cy] = [
    await signUp(world, { email: 'ada@example.com' }),
    await signUp(world, { email: 'bo@example.com' }),
    await signUp(world, { email: 'cy@example.com' }),
  ]
  const decide = async (person: string, action: string, amount: number) => {
    const resource = { type: 'invoice', attributes: { amount } }
    const tried = { app: 'billing', person, action, resource }
    return done(await owner.client.post('/api/admin/decisions', tried)).body.decision
  }
  return { world, owner, ada, bo, cy, decide }
}

/** Everything that the command could write. */
async function written(world: TestWorld) {
  const tables = [
    'groups',
    'group_domains',
    'members',
    'app_roles',
    'person_roles',
    'group_roles',
    'policies',
    'admin_events',
    'events',
    'outbox',
    'instance',
  ]
  return Promise.all(tables.map((table) => rows(world, `select * from ${table}`)))
}

describe('latchkey apply', () => {
  test('prints the plan first and changes nothing, does it with --yes, and then has nothing to do', async () => {
    const { world, owner, ada, decide } = await makeTeam()
    const file = fileOf(ACCESS)
    const before = await written(world)
    const planned = await latchkey(['apply', file], at(world))
    expect([planned.code, planned.err]).toEqual([0, ''])
    expect(planned.out).toBe(
      `${PLAN}Stays as it is: 0 things in the file.\nNothing was changed. To make 8 changes, run it again with --yes.\n`,
    )
    expect(await written(world)).toEqual(before)

    const applied = await latchkey(['apply', file, '--yes'], at(world))
    expect([applied.code, applied.out]).toEqual([0, `${PLAN}Stays as it is: 0 things in the file.\nDone: 8 changes.\n`])
    expect([
      await decide(ada.userId, 'approve:invoices', 10),
      await decide(ada.userId, 'approve:invoices', 2000),
    ]).toEqual([true, false])
    expect(await letterNames(world, ada.email)).toContain('access-changed')
    expect(await eventKinds(world, ada.userId)).toContain('access_given')
    expect(await letterNames(world, owner.email)).toContain('access-rule-changed')
    const { acts } = (await owner.client.get('/api/admin/audit?limit=200')).body as { acts: ShownAct[] }
    expect(new Set(acts.map(({ actor }) => actor))).toEqual(new Set(['operator']))
    expect(acts.slice(0, 8).map(({ act }) => act)).toEqual([
      'app_role_given',
      'member_put',
      'member_put',
      'policy_put',
      'app_role_given',
      'app_role_put',
      'app_role_put',
      'group_put',
    ])
    expect(firstBrokenAct(acts.toReversed())).toBeUndefined()

    const then = await written(world)
    const again = await latchkey(['apply', file, '--yes', '--prune'], at(world))
    expect(again.out).toBe('Stays as it is: 8 things in the file.\nThere is nothing to do.\n')
    expect(await written(world)).toEqual(then)
  })

  test('changes what is other than in the file, and leaves alone what the file does not name', async () => {
    const { world, owner, cy } = await makeTeam()
    await latchkey(['apply', fileOf(ACCESS), '--yes'], at(world))
    done(await owner.client.put('/api/admin/groups/sales', { name: 'Sales', domains: [] }))
    const file = fileOf(`
groups:
  - { key: finance, name: Money, members: [cy@example.com] }
policies:
  - { app: billing, id: small, effect: forbid, actions: [approve:invoices], when: { all: [] }, enabled: false }
`)
    const { code, out } = await latchkey(['apply', file, '--yes'], at(world))
    expect([code, out]).toEqual([
      0,
      `~ group finance: name "Finance" becomes "Money", domains ["finance.example"] becomes []
~ policy billing/small: when {"gt":[{"attribute":"resource.amount"},1000]} becomes {"all":[]}, enabled true becomes false
+ cy@example.com in group finance
Stays as it is: 0 things in the file.
Not in the file, and left alone: group sales, role billing/approver, role billing/viewer, ada@example.com in group finance, bo@example.com in group finance.
Done: 3 changes.
`,
    ])
    expect((await owner.client.get('/api/admin/policies')).body).toMatchObject({
      policies: [{ id: 'small', version: 2, enabled: false }],
    })
    expect(await rows(world, `select until from members where user_id = '${cy.userId}'`)).toEqual([{ until: null }])
  })

  test('with --prune, removes what sections and lists do not name, and leaves alone those that are missing', async () => {
    const { world, owner, ada } = await makeTeam()
    await latchkey(['apply', fileOf(ACCESS), '--yes'], at(world))
    done(await owner.client.put('/api/admin/groups/sales', { name: 'Sales', domains: [] }))
    const file = fileOf(`
groups:
  - { key: finance, name: Finance, domains: [finance.example], members: [] }
roles:
  - { app: billing, key: other, name: Other, groups: [finance] }
`)
    const { out } = await latchkey(['apply', file, '--yes', '--prune'], at(world))
    expect(out).toBe(`- group sales
+ role billing/other: name "Other"
- role billing/approver
- role billing/viewer
+ role billing/other for group finance
- ada@example.com in group finance
- bo@example.com in group finance
Stays as it is: 1 thing in the file.
Not in the file, and left alone: policy billing/small.
Done: 7 changes.
`)
    expect(await eventKinds(world, ada.userId)).toContain('access_taken')
    expect(await rows(world, 'select role from person_roles')).toEqual([])
    expect(await rows(world, 'select role from group_roles')).toEqual([{ role: 'billing/other' }])
    const empty = fileOf('groups:\n  - { key: finance, name: Finance, domains: [finance.example] }\nroles: []\n')
    expect((await latchkey(['apply', empty, '--yes', '--prune'], at(world))).out).toContain('- role billing/other\n')
    expect(await rows(world, 'select key from app_roles')).toEqual([])
  })

  test('exchanges which of two roles includes the other', async () => {
    const world = makeWorld()
    const role = (key: string, includes: string) =>
      `  - { app: billing, key: ${key}, name: ${key}, includes: [${includes}] }\n`
    await latchkey(['apply', fileOf(`roles:\n${role('a', 'b')}${role('b', '')}`), '--yes'], at(world))
    const { code, out } = await latchkey(
      ['apply', fileOf(`roles:\n${role('a', '')}${role('b', 'a')}`), '--yes'],
      at(world),
    )
    expect([code, out]).toEqual([0, expect.stringContaining('~ role billing/b: includes [] becomes ["a"]\n')])
  })

  test('leaves a membership that ends as it is, gives one that has ended again, and knows a person by any address', async () => {
    const { world, owner, ada } = await makeTeam()
    done(await owner.client.put('/api/admin/groups/finance', { name: 'Finance', domains: [] }))
    // The command has the clock of this machine.
    const until = Date.now() + 3_600_000
    done(await owner.client.put(`/api/admin/groups/finance/members/${ada.userId}`, { until }))
    const file = fileOf('groups: [{ key: finance, name: Finance, members: [ada@example.com, ADA@EXAMPLE.COM] }]')
    expect((await latchkey(['apply', file, '--yes'], at(world))).out).toContain('There is nothing to do.')
    await world.db.transaction((tx) => tx.run('update members set until = 1'))
    expect((await latchkey(['apply', file, '--yes'], at(world))).out).toContain('Done: 1 change.')
    expect(await rows(world, 'select until from members')).toEqual([{ until: null }])
  })

  test('reads JSON, and prints the plan as JSON for programs', async () => {
    const { world } = await makeTeam()
    const file = fileOf('{\n\t"groups": [\n\t\t{ "key": "finance", "name": "Finance" }\n\t]\n}', 'access.json')
    const group = { key: 'finance', name: 'Finance', domains: [] }
    const plan = { changes: 1, rules: [{ what: 'group', after: group }], people: [], stays: 0, left: [] }
    expect(await latchkeyJson(['apply', file], at(world))).toEqual({ code: 0, data: { applied: false, ...plan } })
    expect(await latchkeyJson(['apply', file, '--yes'], at(world))).toEqual({
      code: 0,
      data: { applied: true, ...plan },
    })
    const none = { applied: false, changes: 0, rules: [], people: [], stays: 1, left: [] }
    expect(await latchkeyJson(['apply', file, '--yes'], at(world))).toEqual({ code: 0, data: none })
  })
})

describe('a file with a fault changes nothing, and is told with its place', () => {
  const GROUP = '  - { key: new, name: New }\n'
  test.each([
    ['is not YAML', 'groups: [', /line 1: Flow sequence/],
    ['has the same member twice', 'groups: []\ngroups: []', /line 2: Map keys must be unique/],
    ['has a tag', 'groups: !set []', /line 1: /],
    ['names an unknown anchor', 'groups: *none', /Unresolved alias/],
    ['is empty', '', /line 1: the file must be a map of names and values/],
    ['has an unknown section', 'people: []', /line 1: the file must not have "people"/],
    [
      'has an unknown member',
      'groups:\n  - { key: a, name: A, member: [] }',
      /line 2: groups\[0\] must not have "member"/,
    ],
    ['has no name', 'groups:\n  - key: a', /line 2: groups\[0\]\.name is missing/],
    ['has a number for a name', 'groups:\n  - key: a\n    name: 5', /line 3: groups\[0\]\.name must be a text/],
    [
      'has an empty list as nothing',
      'groups:\n  - key: a\n    name: A\n    members:',
      /groups\[0\]\.members must be a list/,
    ],
    ['has a key in capitals', 'groups:\n  - key: A\n    name: A', /line 2: groups\[0\]\.key must be lower-case/],
    [
      'has a domain that is none',
      `groups:\n${GROUP}  - { key: a, name: A, domains: [X] }`,
      /groups\[1\]\.domains\[0\] must be a domain/,
    ],
    ['has a group twice', `groups:\n${GROUP}${GROUP}`, /line 3: groups\[1\]\.key is there twice/],
    ['has no address', 'groups: [{ key: a, name: A, members: [ada] }]', /groups\[0\]\.members\[0\] is no address/],
    [
      'has an unknown address',
      'groups: [{ key: a, name: A, members: [no@example.com] }]',
      /members\[0\] has no account/,
    ],
    [
      'has no permission',
      'roles: [{ app: a, key: b, name: C, permissions: [all] }]',
      /permissions\[0\] must be a permission/,
    ],
    [
      'includes an unknown role',
      'roles: [{ app: a, key: b, name: C, includes: [d] }]',
      /roles\[0\]\.includes must be roles of the same/,
    ],
    [
      'includes in a circle',
      'roles: [{ app: a, key: b, name: C, includes: [b] }]',
      /roles\[0\]\.includes must not go in a circle/,
    ],
    [
      'has an unknown group',
      'roles: [{ app: a, key: b, name: C, groups: [d] }]',
      /roles\[0\]\.groups\[0\] is no group/,
    ],
    [
      'has a role twice',
      'roles: [{ app: a, key: b, name: C }, { app: a, key: b, name: C }]',
      /roles\[1\]\.key is there twice/,
    ],
    [
      'has an unknown effect',
      'policies: [{ app: a, id: b, effect: may, actions: [a:b], when: { all: [] } }]',
      /effect must be permit or forbid/,
    ],
    [
      'has no condition',
      'policies: [{ app: a, id: b, effect: permit, actions: [a:b] }]',
      /policies\[0\]\.when is missing/,
    ],
    [
      'has an unknown comparison',
      'policies: [{ app: a, id: b, effect: permit, actions: [a:b], when: { like: [] } }]',
      /policies\[0\]\.when must not have "like"/,
    ],
  ])('if it %s', async (_, content, sentence) => {
    const world = makeWorld()
    const ended = await latchkey(['apply', fileOf(content), '--yes'], at(world))
    expect([ended.code, ended.out]).toEqual([1, ''])
    expect(ended.err).toMatch(sentence)
    expect(ended.err).toContain('othing was changed')
    expect(await rows(world, 'select key from groups')).toEqual([])
  })

  test('all of them at once', async () => {
    const world = makeWorld()
    const roles = Array.from({ length: 201 }, (_, at) => `  - { app: a, key: r${at}, name: R }\n`).join('')
    const file = fileOf(`groups:\n  - { key: a, name: A, members: [no@example.com, ada] }\nroles:\n${roles}`)
    const { code, err } = await latchkey(['apply', file, '--yes'], at(world))
    expect([code, err]).toEqual([
      1,
      `${file} has 3 faults, and nothing was changed:
  - line 4: roles would be 201, and 200 is the most
  - line 2: groups[0].members[0] has no account
  - line 2: groups[0].members[1] is no address
`,
    ])
    expect(await rows(world, 'select key from groups union all select key from app_roles')).toEqual([])
    expect((await latchkeyJson(['apply', file], at(world))).data.error).toContain('3 faults')
  })

  test('and a file that is not there', async () => {
    const { code, err } = await latchkey(['apply', '/none/access.yaml'], at(makeWorld()))
    expect([code, err]).toEqual([1, expect.stringContaining('no such file')])
  })
})
