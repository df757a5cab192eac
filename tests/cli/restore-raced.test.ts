import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '#tests/helpers/process.ts'
import { latchkey, start } from '#tests/cli/latchkey.ts'
import { change, FILE, filesIn, killedWith, peopleIn, withBackup } from '#tests/cli/restore-steps.ts'

const HOLDER = join(ROOT, 'tests/server/boot-holder.ts')

/** A process that boots as the server does, and serves for a moment or until it is killed. */
function boot(dataDir: string, ...words: string[]) {
  const child = spawn(process.execPath, [HOLDER, ...words], { env: { NODE_ENV: 'test', DATA_DIR: dataDir } })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test('a restore is refused while a server runs, and changes nothing', async () => {
  const { backup } = await withBackup()
  const dataDir = await killedWith('bob@example.com')
  const server = boot(dataDir)
  await once(server.stdout, 'data')
  const before = filesIn(dataDir)
  const refused = await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: `DATA_DIR ${dataDir} is used by a server that runs: stop it first.\n`,
  })
  expect(filesIn(dataDir)).toEqual(before)
  server.kill('SIGKILL')
  await once(server, 'exit')
  expect(await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
})

test('no server starts while a restore is under way', async () => {
  const { backup } = await withBackup()
  const dataDir = await killedWith('bob@example.com')
  const restoring = start(['restore', backup, '--replace'], { DATA_DIR: dataDir })
  const watcher = watch(dataDir)
  while (!String((await once(watcher, 'change'))[1]).includes('restoring'));
  watcher.close()
  restoring.child.kill('SIGSTOP')
  const server = boot(dataDir)
  expect(await text(server.stderr)).toContain(`DATA_DIR ${dataDir} is used by another Latchkey`)
  restoring.child.kill('SIGCONT')
  expect(await restoring.ended).toMatchObject({ code: 0 })
  expect(peopleIn(join(dataDir, FILE))).toEqual(['ada@example.com'])
})

test('of a restore and a server that starts at the same time, one waits its turn or is refused', async () => {
  const { backup } = await withBackup()
  // A larger backup takes a while to be copied and checked.
  change(backup, 'create table padding (bytes blob); insert into padding values (zeroblob(20000000))')
  const outcomes = await Promise.all(
    [0, 150, 300].map(async (later) => {
      const dataDir = await killedWith('bob@example.com')
      const restoring = start(['restore', backup, '--replace'], { DATA_DIR: dataDir })
      await pause(later)
      const server = boot(dataDir, 'for a moment')
      const [served, said] = await Promise.all([text(server.stdout), text(server.stderr), restoring.ended])
      const { code, err } = await restoring.ended
      expect(err).toContain(code === 1 ? 'is used by a server that runs' : '')
      expect(said).toContain(served === '' ? 'is used by another Latchkey' : '')
      // Whichever came first, nothing was half done.
      expect(code === 0 || served === 'served').toBe(true)
      expect(peopleIn(join(dataDir, FILE))).toEqual([code === 0 ? 'ada@example.com' : 'bob@example.com'])
      return code
    }),
  )
  expect(outcomes).toHaveLength(3)
})
