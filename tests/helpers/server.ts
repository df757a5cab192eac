import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, ROOT, type Running, runProgram } from '#tests/helpers/process.ts'

/** A process of the production build, and where it is reached and keeps its data. */
export type Server = Running & { origin: string; port: number; dataDir: string }

export type Launch = {
  environment?: Record<string, string>
  /** The folder and the port of an earlier life. */
  dataDir?: string
  port?: number
  script?: string
  /** Puts another program in front of the command. */
  wrap?: (command: string[], dataDir: string) => string[]
}

/** Launches the production build in testing mode, with an empty folder and a free port of its own. It is not there yet: `untilThere`. */
export async function launchServer({
  environment = {},
  dataDir = mkdtempSync(join(tmpdir(), 'latchkey-')),
  port,
  script = 'server/main.ts',
  wrap = (command) => command,
}: Launch = {}): Promise<Server> {
  const own = port ?? (await freePort())
  const origin = `http://localhost:${own}`
  const [program = '', ...args] = wrap([process.execPath, join(ROOT, script)], dataDir)
  const settings = {
    ORIGIN: origin,
    // The port is the origin's, unless that is a proxy's.
    ...(environment.ORIGIN && { PORT: String(own) }),
    DATA_DIR: dataDir,
    TESTING: '1',
    LIMIT_SCALE: '1000',
    ...environment,
  }
  return { ...runProgram(program, args, settings), origin, port: own, dataDir }
}
