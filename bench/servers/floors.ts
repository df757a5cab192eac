import { join } from 'node:path'
import { makeBrowser } from '../driver/browser.ts'
import type { Unit } from '../driver/load.ts'
import { startPinned } from '../driver/process.ts'
import type { Contestant } from './contestant.ts'

const ROOT = join(import.meta.dirname, '../..')
const FLOORS = join(import.meta.dirname, '../floors')
export const BARE_NEXT = join(FLOORS, 'next')
export const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')

/** Node's own HTTP server with an answer as long as a session check, without any work. */
export const bareHttp: Contestant = {
  name: 'bare node:http',
  about: 'one fixed JSON answer, no work',
  start: ({ port }) =>
    startPinned({
      command: [process.execPath, join(FLOORS, 'http.mjs')],
      cwd: FLOORS,
      port,
      environment: { PORT: String(port) },
      probe: '/',
    }),
  prepare: async () => ({ 'session check': getting('/') }),
}

/** A route handler and a page of the same Next that do nothing. */
export const bareNext: Contestant = {
  name: 'bare Next',
  about:
    'a route handler with one fixed JSON answer, and a page of one paragraph rendered per request; no middleware, no work',
  start: ({ port }) =>
    startPinned({
      command: [process.execPath, NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
      cwd: BARE_NEXT,
      port,
      environment: {},
      probe: '/answer',
    }),
  prepare: async () => ({ 'session check': getting('/answer'), page: getting('/page') }),
}

function getting(path: string): Unit {
  const browser = makeBrowser('http://localhost')
  return async (connection) => {
    const { status } = await browser.get(connection, path)
    if (status !== 200) throw new Error(`${path} was answered with ${status}.`)
  }
}
