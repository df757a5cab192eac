import { rmSync } from 'node:fs'
import { untilThere } from '#tests/helpers/process.ts'
import { launchServer } from '#tests/helpers/server.ts'

/** A Latchkey of its own: the production build, a fresh database, testing mode. */
export type Server = { origin: string; dataDir: string; stop(): Promise<void> }

/** Starts a server on a free port and waits until it answers. */
export async function startServer(environment: Record<string, string> = {}): Promise<Server> {
  const server = await launchServer({ environment })
  const { origin, dataDir } = server
  const stop = async () => {
    server.child.kill('SIGTERM')
    await server.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  await untilThere(server, origin).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { origin, dataDir, stop }
}
