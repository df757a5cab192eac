import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { SECRET, PUBLIC, faultsOf } from '#tests/server/config/config-steps.ts'

function makeFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'value')
  writeFileSync(file, content)
  return file
}

describe('a variable in a file', () => {
  test('is read without the line break at its end', () => {
    expect(readConfig({ ...PUBLIC, SECRET: '', SECRET_FILE: makeFile(`${SECRET}\n`) }).secrets).toEqual([SECRET])
    expect(
      readConfig({ ...PUBLIC, RESEND_API_KEY: '', RESEND_API_KEY_FILE: makeFile('re_other\n') }).mail.resend?.apiKey,
    ).toBe('re_other')
  })

  test('is checked like any other variable', () => {
    expect(faultsOf({ ...PUBLIC, SECRET: '', SECRET_FILE: makeFile('changeme') })).toEqual([
      expect.stringMatching(/^SECRET must hold/),
    ])
    expect(faultsOf({ RECOVERY_DELAY_FILE: makeFile('23h') })).toEqual([
      expect.stringMatching(/^RECOVERY_DELAY must be at least/),
    ])
  })

  test('is refused if the variable itself is set too', () => {
    expect(faultsOf({ ...PUBLIC, SECRET_FILE: makeFile(SECRET) })).toEqual([
      'SECRET and SECRET_FILE are both set: keep one',
    ])
  })

  test('is refused if the file cannot be read, with a single fault', () => {
    expect(faultsOf({ ...PUBLIC, SECRET: '', SECRET_FILE: '/nowhere/secret' })).toEqual([
      'SECRET_FILE names a file that cannot be read',
    ])
  })

  test('is refused if the file is empty, on localhost too', () => {
    expect(faultsOf({ ...PUBLIC, SECRET: '', SECRET_FILE: makeFile('\n') })).toEqual([
      'SECRET_FILE names a file that is empty',
    ])
    expect(faultsOf({ SECRET_FILE: makeFile('\n') })).toEqual(['SECRET_FILE names a file that is empty'])
  })
})
