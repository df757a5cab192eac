import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runProgram, untilThere } from '#tests/helpers/process.ts'
import { launchServer } from '#tests/helpers/server.ts'
import { signIn } from '#tests/helpers/people.ts'
import { passTo, startFront, TRUSTING } from '#tests/cli/front.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { freePort, makeFolder, startServer } from '#tests/process/server.ts'

describe('beside a running server', () => {
  test('latchkey health and keys list tell of it, and after its end health ends with 1', async () => {
    const server = await startServer()
    const environment = { ORIGIN: server.origin, DATA_DIR: server.dataDir }
    const place = `http://127.0.0.1:${server.port}`
    expect(await latchkeyJson(['health'], environment)).toEqual({
      code: 0,
      data: { status: 'ok', place, ms: expect.any(Number) },
    })
    expect((await latchkey(['health'], environment)).out).toMatch(
      /^The server at \S+ is healthy: it answered within \d+ ms\.$/m,
    )
    expect((await latchkey(['keys', 'list'], environment)).out).toContain('There is one secret.')

    const backup = join(makeFolder(), 'backup.sqlite')
    const { authenticator } = await signUpAt(server, 'ada@example.org')
    expect(await latchkeyJson(['backup', backup], environment)).toEqual({
      code: 0,
      data: { file: backup, bytes: statSync(backup).size },
    })
    expect(await latchkeyJson(['restore', backup, '--replace'], environment)).toEqual({
      code: 1,
      data: { error: `DATA_DIR ${server.dataDir} is used by a server that runs: stop it first.` },
    })

    server.child.kill('SIGKILL')
    await server.ended
    expect(await latchkey(['health'], environment)).toEqual({
      code: 1,
      out: '',
      err: `No server answers at ${place}: ECONNREFUSED.\n`,
    })
    rmSync(join(server.dataDir, 'latchkey.sqlite'))
    expect(await latchkey(['restore', backup], environment)).toMatchObject({ code: 0 })
    const again = await startServer({ dataDir: server.dataDir, port: server.port })
    const browser = browse(again)
    expect((await signIn(browser, authenticator)).status).toBe(200)
  })

  test('latchkey check finds it behind a proxy with TLS, and a proxy that changes the host', async () => {
    const port = await freePort()
    const honest = await startFront(passTo(port), true)
    const origin = `https://localhost:${honest}`
    const dataDir = makeFolder()
    const settings = { ORIGIN: origin, TRUSTED_PROXIES: '1', LISTEN: '127.0.0.1' }
    const server = await launchServer({ dataDir, port, environment: settings })
    onTestFinished(() => void server.child.kill('SIGKILL'))
    await untilThere(server, origin)
    const environment = {
      ORIGIN: origin,
      PORT: String(port),
      DATA_DIR: dataDir,
      TRUSTED_PROXIES: '1',
      ...TRUSTING,
    }
    const { code, out } = await latchkey(['check'], environment)
    expect([code, out]).toEqual([0, expect.stringContaining('13 checks: 0 failed, 0 with a warning.')])
    const changing = await startFront(passTo(port, { host: `127.0.0.1:${port}` }), true)
    const { out: told } = await latchkey(['check'], { ...environment, ORIGIN: `https://localhost:${changing}` })
    expect(told).toMatch(/^fail +proxy +The proxy changes the Host header/m)
  })
})

test('`npx latchkey` starts the command in a checkout, without the network', async () => {
  const home = makeFolder()
  const { child, ended, said } = runProgram('npx', ['latchkey', 'restore'], {
    HOME: home,
    npm_config_cache: home,
    npm_config_offline: 'true',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  expect([await ended, said()]).toEqual([2, '`restore` needs FILE [--replace]. See `latchkey help restore`.\n'])
})
