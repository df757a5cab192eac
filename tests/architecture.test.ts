import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
type Source = { file: string; text: string; imports: { from: string; typeOnly: boolean }[] }

const sources: Source[] = ['app', 'server', 'db', 'middleware.ts']
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
  '@base-ui/react': ['app/_ui/overlays/menu.tsx', 'app/_ui/messages/toasts.tsx'],
  ...Object.fromEntries(LETTER_PARTS.map((part) => [`@react-email/${part}`, ['server/mail/layout.ts']])),
  '@hono/node-server': ['server/main.ts'],
  '@node-rs/argon2': ['server/passwords/argon2.ts'],
  '@simplewebauthn/browser': ['app/_ui/passkeys/passkey-ceremony.ts'],
  '@simplewebauthn/server': ['server/passkeys/webauthn.ts'],
  'better-sqlite3': ['db/engine/sqlite.ts', 'db/engine/migrate.ts', 'db/engine/checkpoints.ts', 'db/engine/aside.ts'],
  '@zxcvbn-ts/core': ['server/passwords/lists.ts'],
  '@zxcvbn-ts/language-common': ['server/passwords/lists.ts'],
  '@zxcvbn-ts/language-en': ['server/passwords/lists.ts'],
  bowser: ['server/sessions/device.ts'],
  'use-intl': ['server/words/translate.ts', 'server/words/catalogue.ts', 'app/_ui/language/words.tsx'],
  'iron-session': ['server/http/session-cookie.ts'],
  'icu-minify': ['server/words/translate.ts'],
  'lucide-react': ['app/_ui/marks/icons.ts'],
  otpauth: ['server/totp/otp.ts'],
  qrcode: ['server/totp/qr.ts'],
  'react-dom': ['server/mail/layout.ts'],
  resend: ['server/mail/resend.ts'],
}
const FREE = new Set(['zod', 'hono', '@hono/zod-openapi', 'react', 'next'])

test('each package has one door', () => {
  const strays = importsWhere(({ from }, file) => {
    const name = packageOf(from)
    return name !== undefined && !FREE.has(name) && !DOORS[name]?.includes(file)
  })
  expect(strays).toEqual([])
})

test('the roads go down and never up', () => {
  const wrong = importsWhere(({ from }, file) => {
    const to = targetOf(file, from)
    if (to === undefined) return false
    if (file.startsWith('db/')) return !to.startsWith('db/')
    if (file.startsWith('server/http/')) return to.startsWith('app/') || to.startsWith('db/')
    if (file.startsWith('server/'))
      return (
        to.startsWith('app/') ||
        (to.startsWith('server/http/') && file !== 'server/main.ts') ||
        (to.startsWith('db/engine/') && to !== 'db/engine/database.ts' && file !== 'server/boot.ts')
      )
    return to.startsWith('db/')
  })
  expect(wrong).toEqual([])
})

// The last net stands where nobody can hand it words any more.
test('only app/_web knows both the pages and the use-cases; the rest of app takes types alone', () => {
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

test('the product knows no HTTP, no React and no cookies apart from its edge', () => {
  const wrong = importsWhere(({ from }, file) => {
    const inside = file.startsWith('server/') && !file.startsWith('server/http/') && file !== 'server/main.ts'
    return inside && /^(hono|next|@hono\/|iron-session|node:http)/.test(from)
  })
  expect(wrong).toEqual([])
})

test('clock, randomness and environment come from the world alone', () => {
  const reaching = sources
    .filter(({ file }) => file.startsWith('server/') || file.startsWith('db/'))
    .filter(({ file }) => !['server/boot.ts', 'server/config.ts', 'server/main.ts'].includes(file))
    .filter(({ text }) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|randomBytes|randomUUID|getRandomValues|process\.env/.test(text),
    )
    .map(({ file }) => file)
  expect(reaching).toEqual([])
})

test('no import goes round in a circle', () => {
  const graph = new Map(
    sources.map(({ file, imports }) => [
      file,
      imports
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ from }) => targetOf(file, from))
        .filter((to) => to !== undefined),
    ]),
  )
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) {
      for (const to of graph.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('there are no barrels and no rooms for odds and ends', () => {
  const barrels = sources.filter(({ text }) => /^export \* from/m.test(text)).map(({ file }) => file)
  const attics = sources
    .filter(({ file }) => /(^|\/)(utils?|lib|common|misc|helpers?|index)(\/|\.tsx?$)/.test(file))
    .map(({ file }) => file)
  expect([...barrels, ...attics]).toEqual([])
})

test('every line of SQL is in db and migrations', () => {
  const sql = sources
    .filter(
      ({ file, text }) =>
        !file.startsWith('db/') && /['"`]\s*(select|insert into|update|delete from)\s+\w+/i.test(text),
    )
    .map(({ file }) => file)
  expect(sql).toEqual([])
})

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

/** The file an import leads to, from the root of the project; nothing for a package. */
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
  if (/\.tsx?$/.test(path)) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(below) : /\.tsx?$/.test(entry.name) ? [below] : []
  })
}
