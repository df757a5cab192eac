import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/engine/sqlite/migrate.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const sources = globSync('{app,server,db}/**/*.{ts,tsx}', { cwd: ROOT })
  .concat('middleware.ts')
  .map((file) => ({ file, text: read(file) }))
const page = read('docs/security.md')

/** The text under a heading of docs/security.md, up to the next one of its level. */
function under(heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

/** The words in code type in the first column of a section's tables. */
function firstColumn(heading: string): string[] {
  const cells = under(heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ')[0] ?? '')
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
}

function sourcesWith(pattern: RegExp): string[] {
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted()
}

describe('docs/security.md names', () => {
  test('V6.3.4 every existing way in, and no other', () => {
    const [, union = ''] = /export type Way = (.*)/.exec(read('db/sessions.ts')) ?? []
    expect(firstColumn('Ways in').toSorted()).toEqual(
      [...union.matchAll(/'(\w+)'/g)].map(([, way = '']) => way).toSorted(),
    )
    // Every session is opened by these two functions, called from these use-cases.
    expect(sourcesWith(/\b(insertSession|startSession)\(\s*tx/)).toEqual([
      'server/recoveries/finish.ts',
      'server/recoveries/take-back.ts',
      'server/sessions/insert-session.ts',
      'server/sessions/start-session.ts',
      'server/sign-in/mailbox-code.ts',
      'server/sign-in/passkey.ts',
      'server/sign-in/password.ts',
      'server/sign-up/sign-up.ts',
    ])
    expect(sourcesWith(/sessions\.insert\(/)).toEqual(['server/sessions/insert-session.ts'])
  })

  test('V2.1.3 every limit, with its numbers', () => {
    const WINDOWS: Record<string, string> = {
      '10 * SECOND': '10 seconds',
      MINUTE: '1 minute',
      '15 * MINUTE': '15 minutes',
      '30 * MINUTE': '30 minutes',
      HOUR: '1 hour',
      DAY: '1 day',
    }
    const limits = [
      ...read('server/limits.ts').matchAll(
        /^ {2}'?([\w-]+)'?: \{ most: (\d+), window: ([^,}]+?)(?:, perIp: true)? \}/gm,
      ),
    ].map(([, name, most, window = '']) => [name, most, WINDOWS[window]])
    expect(limits.length).toBeGreaterThan(5)
    const written = under('Limits')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split(' | ')
          .slice(0, 3)
          .map((cell) => cell.replaceAll(/[|` ]*`[| ]*/g, '')),
      )
    expect(written).toEqual(limits)
  })

  test('V11.1.3 every place that uses cryptography, and every algorithm', () => {
    const used = sourcesWith(
      /from '(node:crypto|iron-session|@node-rs\/argon2|otpauth|@simplewebauthn\/server)'|\bcrypto\.(getRandomValues|subtle|randomUUID)/,
    )
    expect(firstColumn('Cryptography').toSorted()).toEqual(used)
    const named = sources.flatMap(({ text }) =>
      [
        ...text.matchAll(
          /(?:createHash|createHmac|hkdfSync|createCipheriv|createDecipheriv|pbkdf2Sync|const ALGORITHM =)\(?\s*(?:\w+, salt, 1, 32, )?'([\w-]+)'/g,
        ),
      ].map(([, name = '']) => name),
    )
    expect([...new Set(named)].toSorted()).toEqual(['SHA1', 'aes-256-cbc', 'aes-256-gcm', 'sha1', 'sha256'])
    expect(sourcesWith(/'SHA1'/)).toEqual(['server/totp/otp.ts'])
    expect(sourcesWith(/Math\.random|randomUUID/)).toEqual([])
  })

  test('V11.1.1 every key and its use', () => {
    const [, uses = ''] = /const USES = \[(.*)\]/.exec(read('server/crypto/keys.ts')) ?? []
    expect(firstColumn('Keys')).toEqual([...uses.matchAll(/'(\w+)'/g)].map(([, use]) => use))
  })

  test('V14.1.1 every table of the database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    migrate(join(folder, 'it.sqlite'), join(ROOT, 'migrations/sqlite'))
    const database = new BetterSqlite(join(folder, 'it.sqlite'))
    const tables = database
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by name",
      )
      .pluck()
      .all()
    database.close()
    expect(firstColumn('Data').toSorted()).toEqual(tables)
  })

  test('V16.1.1 V16.2.3 every logged line, and the only place it goes to', () => {
    const messages = sources.flatMap(({ text }) =>
      [...text.matchAll(/\blog\((?:[^,()]+\? )?'(?:info|warn|error)'[^,]*, (.+)/g)].flatMap(([, rest = '']) =>
        [...rest.matchAll(/['`]((?:A|The|Housekeeping|Latchkey|Nobody|Stopped)\b[^'`]*)['`]/g)].map(
          ([, message = '']) => message.replace(/\$\{.*/, '…'),
        ),
      ),
    )
    expect(new Set(messages)).toEqual(new Set(firstColumn('Logs')))
    expect(sourcesWith(/process\.(stdout|stderr)\.write|\bconsole\.\w+\(/)).toEqual([
      'server/boot.ts',
      'server/main.ts',
    ])
  })

  test('V6.1.2 the words that no password may be made of', () => {
    const [, words = ''] = /return \[('latchkey'[^\]]*?), world/.exec(read('server/passwords/set.ts')) ?? []
    for (const [, word] of words.matchAll(/'(\w+)'/g)) expect(under('Passwords')).toContain(`\`${word}\``)
  })
})

describe('the sources contain', () => {
  test('V3.5.5 no messages between windows, no raw markup and no foreign scripts', () => {
    expect(
      sourcesWith(
        /dangerouslySetInnerHTML|innerHTML|document\.write|\beval\(|new Function\(|<object [a-z]|<embed|<applet|document\.domain|callback=/,
      ),
    ).toEqual([])
    // Worker threads of the server also use messages. A BroadcastChannel reaches tabs of this origin only; ours carries no data.
    expect(sourcesWith(/postMessage|addEventListener\('message'/)).toEqual([
      'app/_ui/browser/session-news.ts',
      'db/engine/sqlite/worker.ts',
    ])
    expect(read('app/_ui/browser/session-news.ts')).not.toMatch(/\.data\b|window\.postMessage/)
  })

  test('X3 no server action', () => {
    expect(sourcesWith(/^\s*['"]use server['"]/m)).toEqual([])
  })

  test('V12.3.2 no disabled certificate check', () => {
    expect(sourcesWith(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/)).toEqual([])
    expect(read('server/config/settings.ts')).toContain("default('https://api.resend.com')")
  })

  test('N2 no claim that anything but a passkey resists phishing', () => {
    const said = sources.flatMap(({ text }) => text.split('\n').filter((line) => /phish/i.test(line)))
    expect(said.filter((line) => !/passkey/i.test(line))).toEqual([])
    const written = globSync('{*.md,docs/**/*.md}', { cwd: ROOT })
      .flatMap((file) => read(file).split('\n'))
      .filter((line) => /phish/i.test(line))
    expect(written.length).toBeGreaterThan(1)
    expect(written.filter((line) => !/passkey/i.test(line))).toEqual([])
  })
})

test('X2 Next and React are newer than the versions with known remote code execution', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> }
  for (const [name, floor] of [
    ['next', [16, 0, 7]],
    ['react', [19, 2, 1]],
    ['react-dom', [19, 2, 1]],
  ] as const) {
    const version = packages[`node_modules/${name}`]?.version?.split('.').map(Number) ?? []
    expect(isPast(version, floor), `${name} ${version.join('.')}`).toBe(true)
  }
})

function isPast(version: readonly number[], floor: readonly number[]): boolean {
  const at = floor.findIndex((part, index) => (version[index] ?? 0) !== part)
  return at < 0 || (version[at] ?? 0) > (floor[at] ?? 0)
}
