import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort, ROOT, type Running, runProgram, untilThere } from '#tests/helpers/process.ts'

export { freePort, ROOT, type Running }

export type Server = Running & { origin: string; port: number; dataDir: string }

/** Starts `node <script>` as production would, with this environment and nothing of ours in it; it is gone when the test is over. */
export function run(
  script: string,
  environment: Record<string, string> = {},
  options: string[] = [],
  words: string[] = [],
): Running {
  const running = runProgram(process.execPath, [...options, join(ROOT, script), ...words], environment)
  onTestFinished(async () => {
    // Whoever is killed cannot say any more which lines they ran.
    running.child.kill(process.env.NODE_V8_COVERAGE ? 'SIGTERM' : 'SIGKILL')
    await running.ended
  })
  return running
}

/** Starts the server and waits until it says that it is there. The same folder and port can be given to a second life. */
export async function startServer({
  environment = {},
  dataDir = makeFolder(),
  port,
  script = 'server/main.ts',
}: {
  environment?: Record<string, string>
  dataDir?: string
  port?: number
  script?: string
} = {}): Promise<Server> {
  const own = port ?? (await freePort())
  const origin = `http://localhost:${own}`
  const running = run(script, { ORIGIN: origin, DATA_DIR: dataDir, TESTING: '1', LIMIT_SCALE: '1000', ...environment })
  await untilThere(running, origin)
  return { ...running, origin, port: own, dataDir }
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
