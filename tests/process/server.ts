import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { freePort, ROOT, type Running, runProgram, untilThere } from '#tests/helpers/process.ts'
import { type Launch, launchServer, type Server } from '#tests/helpers/server.ts'

export { freePort, ROOT, type Running, type Server }

/** Starts `node <script>` as production would, with this environment and nothing of ours in it; it is gone when the test is over. */
export function run(
  script: string,
  environment: Record<string, string> = {},
  options: string[] = [],
  words: string[] = [],
): Running {
  const running = runProgram(process.execPath, [...options, join(ROOT, script), ...words], environment)
  onTestFinished(() => end(running))
  return running
}

/** Starts the server and waits until it is there; it is gone when the test is over. The same folder and port can be given to a second life. */
export async function startServer({ dataDir = makeFolder(), ...launch }: Launch = {}): Promise<Server> {
  const server = await launchServer({ dataDir, ...launch })
  onTestFinished(() => end(server))
  await untilThere(server, server.origin)
  return server
}

/** One server for all tests of a file that leave it as they found it. */
export function shareServer(launch: Launch = {}): () => Server {
  let shared: Server | undefined
  beforeAll(async () => {
    shared = await launchServer(launch)
    await untilThere(shared, shared.origin)
  })
  afterAll(async () => {
    if (!shared) return
    await end(shared)
    rmSync(shared.dataDir, { recursive: true, force: true })
  })
  return () => {
    if (!shared) throw new Error('The server is there from the first test on.')
    return shared
  }
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function end({ child, ended }: Running): Promise<void> {
  // A process that is killed does not report which lines it ran.
  child.kill(process.env.NODE_V8_COVERAGE ? 'SIGTERM' : 'SIGKILL')
  await ended
}
