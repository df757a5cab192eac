import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
type Source = { file: string; text: string; imports: { from: string; typeOnly: boolean }[] }

const sources: Source[] = ['app', 'server', 'db', 'cli', 'middleware.ts']
  .flatMap((place) => filesBelow(join(ROOT, place)))
  .map(readSource)

const LETTER_PARTS = [
  'body',
  'button',
  'container',
  'head',
  'heading',
  'hr',
  'html',
  'link',
  'preview',
  'section',
  'text',
]

/** The one file that may import each package; a trailing slash names a folder. Zod, hono's routes and node's own are free. */
const DOORS: Record<string, string[]> = {
  '@base-ui/react': ['app/_ui/overlays/opened-menu.tsx', 'app/_ui/messages/notes.tsx'],
  ...Object.fromEntries(LETTER_PARTS.map((part) => [`@react-email/${part}`, ['server/mail/layout.ts']])),
  '@hono/node-server': ['server/main.ts'],
  '@node-rs/argon2': ['server/crypto/argon2.ts'],
  '@simplewebauthn/browser': ['app/_ui/passkeys/passkey-ceremony.ts'],
  '@simplewebauthn/server': ['server/passkeys/webauthn.ts'],
  'better-sqlite3': [
    'db/engine/sqlite/backup.ts',
    'db/engine/sqlite/copy-source.ts',
    'db/engine/sqlite/copy-tables.ts',
    'db/engine/sqlite/copy-target.ts',
    'db/engine/sqlite/marks.ts',
    'db/engine/sqlite/restore.ts',
    'db/engine/sqlite/quick-check.ts',
    'db/engine/sqlite/connection.ts',
    'db/engine/sqlite/statements.ts',
    'db/engine/sqlite/steps.ts',
    'db/engine/sqlite/lock.ts',
    'db/engine/sqlite/migrate.ts',
    'db/engine/sqlite/checkpoints.ts',
    'db/engine/sqlite/worker.ts',
  ],
  '@zxcvbn-ts/core': ['server/passwords/lists.ts'],
  '@zxcvbn-ts/language-common': ['server/passwords/lists.ts'],
  '@zxcvbn-ts/language-en': ['server/passwords/lists.ts'],
  bowser: ['server/devices/device.ts'],
  'use-intl': ['server/words/translate.ts', 'server/words/catalogue.ts', 'app/_ui/language/words.tsx'],
  'iron-session': ['server/callers/session-cookie.ts'],
  'icu-minify': ['server/words/translate.ts'],
  lucide: ['app/_ui/marks/icon.tsx', 'app/_ui/marks/icons.ts'],
  pg: ['faults', 'pools', 'postgres', 'migrate', 'statements', 'transaction', 'copy-session'].map(
    (name) => `db/engine/postgres/${name}.ts`,
  ),
  piscina: ['server/passwords/judge.ts'],
  otpauth: ['server/totp/otp.ts'],
  qrcode: ['server/totp/qr.ts'],
  'react-dom': ['server/mail/layout.ts'],
  yaml: ['cli/apply/read.ts'],
  sharp: ['server/pictures/rewrite.ts'],
  resend: ['server/mail/transports/resend.ts'],
  nodemailer: ['server/mail/transports/smtp.ts'],
}
const FREE = new Set(['zod', 'hono', '@hono/zod-openapi', 'react', 'next'])

test('each package is imported by one file or folder only', () => {
  const strays = importsWhere(({ from }, file) => {
    const name = packageOf(from)
    return name !== undefined && !FREE.has(name) && !DOORS[name]?.includes(file)
  })
  expect(strays).toEqual([])
})

/**
 * The bands of the server, the top one first. A folder, or a file of the top level, imports its own band and those below it.
 * New folders are added to their band here; a folder without a band fails the test.
 */
const BANDS: string[][] = [
  // The process.
  [
    'cli',
    'server/main.ts',
    'server/boot.ts',
    'server/boot-postgres.ts',
    'server/kept-files.ts',
    'server/setup-file.ts',
    'server/moved.ts',
    'server/data-dir.ts',
    'server/console.ts',
  ],
  // The edge.
  ['server/http'],
  // The caller of a request, for the edge and the pages.
  ['server/callers'],
  // Background work of the process, the health probe and the testing mode.
  ['server/housekeeping.ts', 'server/testing.ts', 'server/health.ts'],
  // Use-cases that belong to no single person.
  ['server/apps', 'server/decisions', 'server/admin', 'server/invitations'],
  // Use-cases of a person.
  [
    'server/sign-up',
    'server/sign-in',
    'server/sessions',
    'server/recoveries',
    'server/custody',
    'server/users',
    'server/pictures',
    'server/emails',
    'server/removed',
    'server/passkeys',
    'server/totp',
    'server/backup-codes',
    'server/passwords',
    'server/second-factor',
    'server/check-up',
    'server/activity',
    'server/export',
    'server/policies',
    'server/groups',
  ],
  // What use-cases write in addition to their own tables.
  ['server/audit', 'server/mail'],
  // The ground.
  [
    'server/world.ts',
    'server/guards.ts',
    'server/checked.ts',
    'server/in-account.ts',
    'server/limits.ts',
    'server/ceremonies.ts',
    'server/mail-transport.ts',
    'server/actor.ts',
    'server/touches.ts',
    'server/typed-code.ts',
    'server/errors.ts',
    'server/settled.ts',
    'server/roles',
    'server/config',
    'server/devices',
    'server/addresses',
    'server/crypto',
    'server/brand',
    'server/words',
  ],
  ['db'],
]
test('a band imports only itself and the bands below it', () => {
  const wrong = importsWhere(({ from }, file) => {
    const to = targetOf(file, from)
    if (to === undefined || !isInBands(file)) return false
    const [here, there] = [roomOf(file), roomOf(to)]
    return bandOf(there) < bandOf(here)
  })
  expect(wrong).toEqual([])
})

test('every folder of server/ belongs to a band', () => {
  const rooms = new Set(
    sources
      .map(({ file }) => file)
      .filter(isInBands)
      .map(roomOf),
  )
  expect([...rooms].filter((room) => bandOf(room) === -1)).toEqual([])
})

test('the folders of server/ have no circular imports', () => {
  const graph = new Map<string, Set<string>>()
  for (const { file, imports } of sources.filter(({ file }) => file.startsWith('server/'))) {
    const targets = imports.map(({ from }) => targetOf(file, from)).filter((to) => to?.startsWith('server/') === true)
    const others = targets.map((to) => roomOf(to ?? '')).filter((room) => room !== roomOf(file))
    graph.set(roomOf(file), new Set([...(graph.get(roomOf(file)) ?? []), ...others]))
  }
  expect(circlesIn(graph)).toEqual([])
})

test('the edge imports no table, and only boot and the engine import the engine', () => {
  const wrong = importsWhere(({ from }, file) => {
    const to = targetOf(file, from)
    if (to === undefined) return false
    if (file.startsWith('app/') || file.startsWith('server/http/')) return to.startsWith('db/')
    const engine = to.startsWith('db/engine/') && to !== 'db/engine/database.ts'
    // The settings read the address of a PostgreSQL.
    const isAddress = file.startsWith('server/config/') && to === 'db/engine/postgres/address.ts'
    return file.startsWith('server/') && engine && !/^server\/boot(-postgres)?\.ts$/.test(file) && !isAddress
  })
  expect(wrong).toEqual([])
})

test('nothing below the pages imports them', () => {
  expect(
    importsWhere(({ from }, file) => isInBands(file) && targetOf(file, from)?.startsWith('app/') === true),
  ).toEqual([])
})

// No layout can pass words to the global error page, so it imports them itself.
test('only app/_web imports use-cases; the rest of app imports only types from the server', () => {
  const wrong = importsWhere(({ from, typeOnly }, file) => {
    const to = targetOf(file, from)
    return (
      file.startsWith('app/') &&
      !file.startsWith('app/_web/') &&
      to?.startsWith('server/') === true &&
      !typeOnly &&
      !(file === 'app/global-error.tsx' && to.startsWith('server/words/'))
    )
  })
  expect(wrong).toEqual([])
})

test('only the edge imports HTTP, React and cookie libraries', () => {
  const wrong = importsWhere(({ from }, file) => {
    const inside = file.startsWith('server/') && !/^server\/(http\/|callers\/|main\.ts)/.test(file)
    return inside && /^(hono|next|@hono\/|iron-session|node:http)/.test(from)
  })
  expect(wrong).toEqual([])
})

test('clock, randomness and environment come only from the world', () => {
  const reaching = sources
    .filter(({ file }) => file.startsWith('server/') || file.startsWith('db/'))
    .filter(({ file }) => !['server/boot.ts', 'server/main.ts'].includes(file))
    .filter(({ text }) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|randomBytes|randomUUID|getRandomValues|process\.env/.test(text),
    )
    .map(({ file }) => file)
  expect(reaching).toEqual([])
})

test('files have no circular imports', () => {
  const graph = new Map(
    sources.map(({ file, imports }) => [
      file,
      imports
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ from }) => targetOf(file, from))
        .filter((to) => to !== undefined),
    ]),
  )
  expect(circlesIn(graph)).toEqual([])
})

test('there are no barrel files and no utility folders', () => {
  const barrels = sources.filter(({ text }) => /^export \* from/m.test(text)).map(({ file }) => file)
  const attics = sources
    .filter(({ file }) => /(^|\/)(utils?|lib|common|misc|helpers?|index)(\/|\.tsx?$)/.test(file))
    .map(({ file }) => file)
  expect([...barrels, ...attics]).toEqual([])
})

test('SQL is only in db and migrations', () => {
  const sql = sources
    .filter(
      ({ file, text }) =>
        !file.startsWith('db/') && /['"`]\s*(select|insert into|update|delete from)\s+\w+/i.test(text),
    )
    .map(({ file }) => file)
  expect(sql).toEqual([])
})

/** The cycles of a graph, each as its path. */
function circlesIn(graph: Map<string, Iterable<string>>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, path: string[]): void => {
    if (path.includes(node)) circles.push([...path.slice(path.indexOf(node)), node].join(' → '))
    else if (!done.has(node)) {
      for (const to of graph.get(node) ?? []) visit(to, [...path, node])
      done.add(node)
    }
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

function isInBands(file: string): boolean {
  return /^(server|db|cli)\//.test(file)
}

/** The folder of the top two levels that a file is in, or the file itself at the top of `server/`. */
function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'server' ? `server/${second}` : top
}

/** Counted from the top; -1 for a folder without a band. */
function bandOf(room: string): number {
  return BANDS.findIndex((band) => band.includes(room))
}

function importsWhere(test: (found: Source['imports'][number], file: string) => boolean): string[] {
  return sources.flatMap(({ file, imports }) =>
    imports.filter((found) => test(found, file)).map(({ from }) => `${file} → ${from}`),
  )
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  return {
    file: relative(ROOT, path),
    text,
    imports: [...found].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined })),
  }
}

/** The imported file, from the root of the project; nothing for a package. */
function targetOf(file: string, from: string): string | undefined {
  if (from.startsWith('#')) return from.slice(1)
  if (from.startsWith('.')) return normalize(join(dirname(file), from))
  return undefined
}

function packageOf(from: string): string | undefined {
  if (from.startsWith('#') || from.startsWith('.') || from.startsWith('node:')) return undefined
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (/\.tsx?$/.test(path)) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(below) : /\.tsx?$/.test(entry.name) ? [below] : []
  })
}
