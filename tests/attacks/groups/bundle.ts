import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '#tests/helpers/process.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

const CLIENT = join(ROOT, '.next/static')
/** Settings that browsers must never receive; names and sentences that only the server uses; paths of this machine. */
const NAMES = [
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'MAIL_FROM',
  'DATA_DIR',
  'TRUSTED_PROXIES',
  'SECRET_FILE',
  'LIMIT_SCALE',
  'SESSION_IDLE',
  'RECOVERY_DELAY',
  'latchkey.sqlite',
  'better-sqlite3',
  'iron-session',
  'argon2',
  'otpauth',
  'Fe26.2',
  'node:crypto',
  'node:fs',
  'hkdfSync',
  'createHmac',
  'timingSafeEqual',
  'BEGIN PRIVATE KEY',
  'insert into ',
  'delete from ',
  'on conflict',
  'sourceMappingURL',
  `${ROOT}/`,
]
const ENVIRONMENT = /process\.env\.(?!NODE_ENV|NEXT_|__NEXT|TURBOPACK)\w+/
const LONG = 24

/** Searches the client bundles for secrets, names of settings and sentences of the server's own modules. */
export async function searchTheBundle(_scale: Scale): Promise<Tally> {
  const tally = newTally('client bundle')
  const files = filesBelow(CLIENT).filter((file) => /\.(js|css|json|txt|map)$/.test(file))
  const texts = files.map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }))
  expectThat(
    tally,
    texts.some(({ text }) => text.includes('navigator.credentials')),
    'the search finds not even what is there',
  )

  const secrets = keptSecrets()
  const sentences = serverSentences()
  expectThat(tally, sentences.length > 100, `only ${sentences.length} sentences of the server are known`)
  for (const { file, text } of texts) {
    const found = [...NAMES, ...sentences]
      .filter((word) => text.includes(word))
      .concat(secrets.some((secret) => text.includes(secret)) ? ['a secret'] : [], ENVIRONMENT.exec(text)?.[0] ?? [])
    expectThat(
      tally,
      found.length === 0 && !file.endsWith('.map'),
      `${file} holds ${found.join(', ') || 'a source map'}`,
      'passed',
    )
  }
  tally.notes.push(`${texts.length} files searched for ${NAMES.length + secrets.length + sentences.length} texts`)
  return tally
}

/** Secrets that were on this machine when the build was made. */
function keptSecrets(): string[] {
  const kept = join(ROOT, 'data/secret')
  const secrets = [
    ...(existsSync(kept) ? [readFileSync(kept, 'utf8')] : []),
    ...(process.env.SECRET ?? '').split(','),
    process.env.RESEND_API_KEY ?? '',
  ]
  return secrets.map((secret) => secret.trim()).filter((secret) => secret.length > 8)
}

/** Long texts of the server's modules that the pages do not show themselves. The catalogue is public. */
function serverSentences(): string[] {
  const pages = filesBelow(join(ROOT, 'app'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const sources = ['server', 'db']
    .flatMap((place) => filesBelow(join(ROOT, place)))
    .filter((file) => file.endsWith('.ts') && !file.includes('/server/words/'))
  const found = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([^'\\\n$]+)'|`([^`\\\n$]+)`/g)].map(
      ([, single, back]) => single ?? back ?? '',
    ),
  )
  return [...new Set(found)].filter((text) => text.length >= LONG && text.includes(' ') && !pages.includes(text))
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  )
}
