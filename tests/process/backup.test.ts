import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeFolder, run } from '#tests/process/server.ts'

describe('latchkey backup', () => {
  test('copies the database of a running world into a private file, and prints what else to keep', async () => {
    const { dataDir } = makeWorld().config
    const copy = join(makeFolder(), 'copy.sqlite')
    const { ended, said } = run('cli/latchkey.mjs', { DATA_DIR: dataDir }, [], ['backup', copy])
    expect([await ended, said()]).toEqual([
      0,
      `Copied the database to ${copy}: ${statSync(copy).size} bytes, checked, for this user alone.\nStore the secret apart from it.\n`,
    ])
    expect(statSync(copy).mode & 0o777).toBe(0o600)

    const again = run('cli/latchkey.mjs', { DATA_DIR: dataDir }, [], ['backup', copy])
    expect([await again.ended, again.said()]).toEqual([1, `${copy} exists already: choose another name.\n`])
  })

  test('refuses to work without a name, without a database and into no folder, and leaves nothing', async () => {
    const { dataDir } = makeWorld().config
    const place = makeFolder()
    mkdirSync(join(place, 'empty'))
    for (const [environment, words, code, sentence] of [
      [{ DATA_DIR: dataDir }, [], 2, /^`backup` needs FILE\. See `latchkey help backup`\.\n$/],
      [{ DATA_DIR: join(place, 'empty') }, [join(place, 'copy')], 1, /^DATA_DIR \S+ has no database\.\n$/],
      [{ DATA_DIR: dataDir }, [join(place, 'nowhere', 'copy')], 1, /^ENOENT/],
      [{ DATA_DIR: dataDir, PORT: 'x' }, [join(place, 'copy')], 1, /^The configuration has a fault/],
    ] as const) {
      const { ended, said } = run('cli/latchkey.mjs', environment, [], ['backup', ...words])
      expect([await ended, said()]).toEqual([code, expect.stringMatching(sentence)])
    }
    expect(readdirSync(place)).toEqual(['empty'])
    expect(existsSync(join(place, 'empty', 'latchkey.sqlite'))).toBe(false)
  })
})
