import { rmSync } from 'node:fs'
import { buildIfStale } from './build.mjs'

/** Makes the production build unless there is a fresh one, and lets a first server keep its compiled code for all later ones. */
export async function prepareProduction() {
  if (buildIfStale()) await withProduction((origin) => fetch(`${origin}/sign-in`))
}

/**
 * Runs `work` with the origin of a production server. The server has its own data directory, which is deleted
 * afterwards.
 */
export async function withProduction(work) {
  // Loaded late: an older Node can then still say that it is too old.
  const { untilThere } = await import('../tests/helpers/process.ts')
  const { launchServer } = await import('../tests/helpers/server.ts')
  const server = await launchServer()
  try {
    await untilThere(server, server.origin)
    return await work(server.origin)
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
    rmSync(server.dataDir, { recursive: true, force: true })
  }
}
