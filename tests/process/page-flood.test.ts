import { Agent, get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer } from '#tests/process/server.ts'

/** Asks for a page on one of some connections, and returns the status. */
function ask(url: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      buffer(response).then(() => resolve(response.statusCode), reject)
    }).once('error', reject)
  })
}

/** How many pages nine of ten health checks wait for at most. Four are rendered at once. */
const MOST_PAGES = 12

/** Returns how long something takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Returns the value that this share of all values does not exceed. */
function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

test('fault S4 while one IP asks for hundreds of pages, most are refused and the health check is answered soon', async () => {
  const server = await startServer({ environment: { LIMIT_SCALE: '1' } })
  const own = new Agent({ keepAlive: true, maxSockets: 1 })
  const flooding = new Agent({ keepAlive: true, maxSockets: 100 })
  const page = `${server.origin}/sign-in?next=%2Faccount`
  const alone: number[] = []
  for (let time = 0; time < 20; time += 1) alone.push(await timed(() => ask(page, own)))

  let over = false
  const waits: number[] = []
  const watch = (async () => {
    while (!over) {
      waits.push(await timed(async () => expect(await ask(`${server.origin}/api/health`, own)).toBe(200)))
      await pause(10)
    }
  })()
  const statuses = await Promise.all(Array.from({ length: 600 }, () => ask(page, flooding)))
  over = true
  await watch
  own.destroy()
  flooding.destroy()
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(300)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(300)
  expect(at(waits, 0.9)).toBeLessThan(MOST_PAGES * at(alone, 0.5))
}, 30_000)
