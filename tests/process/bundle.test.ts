import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './server.ts'

/** What only the server has: its packages, its SQL statements, the names of its environment variables. */
const ONLY_THERE = [
  'better-sqlite3',
  'hkdfSync',
  'argon2',
  'Fe26.2',
  'latchkey.sqlite',
  'insert into',
  'select id',
  'RESEND_API_KEY',
  'SECRET_FILE',
  'DATA_DIR',
  'MAIL_FROM',
  'node:crypto',
  'createHmac',
  'timingSafeEqual',
]

test('X6 served scripts hold no server packages, SQL or names of settings', () => {
  const scripts = globSync('.next/static/**/*.js', { cwd: ROOT }).map((file) => ({
    file,
    text: readFileSync(join(ROOT, file), 'utf8'),
  }))
  expect(scripts.length).toBeGreaterThan(5)
  // Proves that the search reads the served scripts.
  expect(scripts.some(({ text }) => text.includes('/api/') || text.includes('publicKey'))).toBe(true)
  const found = scripts.flatMap(({ file, text }) =>
    ONLY_THERE.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
  )
  expect(found).toEqual([])
})
