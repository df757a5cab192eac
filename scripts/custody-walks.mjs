// Plays random walks of the custody model over HTTP. `custody.mjs` does so itself, and in a worker thread beside itself.
import { isMainThread, workerData } from 'node:worker_threads'

/** Does every walk up to a seed that nobody has begun. `next` and `failed` are shared by all threads. */
export async function walkOn({ last, next, failed }) {
  const { openWalks, walk } = await import('../tests/custody/walks/walk.ts')
  const { world, close } = openWalks()
  for (let seed = Atomics.add(next, 0, 1); seed <= last; seed = Atomics.add(next, 0, 1)) {
    try {
      await walk(world, seed)
    } catch (error) {
      Atomics.add(failed, 0, 1)
      console.log('BROKEN', error)
    }
  }
  await close()
}

if (!isMainThread) await walkOn(workerData)
