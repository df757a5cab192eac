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

test('fault S4 while one IP asks for hundreds of pages, most are refused and the health check is answered soon', async () => {
  const server = await startServer({ environment: { LIMIT_SCALE: '1' } })
  const own = new Agent({ keepAlive: true, maxSockets: 1 })
  const flooding = new Agent({ keepAlive: true, maxSockets: 100 })
  await ask(`${server.origin}/sign-in`, own)

  let over = false
  const waits: number[] = []
  const watch = (async () => {
    while (!over) {
      const began = performance.now()
      expect(await ask(`${server.origin}/api/health`, own)).toBe(200)
      waits.push(performance.now() - began)
      await pause(10)
    }
  })()
  const statuses = await Promise.all(
    Array.from({ length: 600 }, () => ask(`${server.origin}/sign-in?next=%2Faccount`, flooding)),
  )
  over = true
  await watch
  own.destroy()
  flooding.destroy()
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(300)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(300)
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(150)
}, 30_000)
