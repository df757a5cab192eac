import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser as Chromium, chromium } from 'playwright'
import { measure, type Unit } from './driver/load.ts'
import type { Running } from './driver/process.ts'
import { figure, machine, table, writeSection } from './driver/results.ts'
import { median } from './driver/statistics.ts'
import type { Place, WorkName } from './servers/contestant.ts'
import { latchkey, originOf, signUpForCookies, startLatchkey } from './servers/latchkey.ts'

const ROUNDS = 7
const PEOPLE = 40
const VISITS = 8
/** A visit is over when the browser has asked for nothing for half a second, as Playwright counts it. */
const SETTLED = 'networkidle'
const PAGES: [name: string, work: WorkName][] = [
  ['start page', 'start page'],
  ['/sign-in', 'page'],
  ['/account', 'account page'],
]
const VISIT = 'a visit of /account in Chromium'

type Side = { server: Running; works: Partial<Record<WorkName, Unit>>; cookies: Map<string, string> }

/**
 * Measures the processor time that pages cost the server, here and in another checkout of Latchkey, in turns. That
 * checkout must be built and must sign people up as this one does.
 */
export async function comparePages({ port, folder }: Place, beside: string | undefined): Promise<void> {
  if (beside === undefined) throw new Error('--beside= takes the folder of another checkout, already built.')
  const [here, there] = [await open({ port, folder }), await open({ port: port + 1, folder }, resolve(beside))]
  const browser = await chromium.launch({ executablePath: process.env.BROWSER_PATH, args: ['--no-sandbox'] })
  const costs = new Map<string, number[]>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [side, { server, works, cookies }] of Object.entries({ here, there })) {
      const figures: [string, number][] = [[VISIT, await visit(browser, server, cookies)]]
      for (const [name, work] of PAGES) {
        const unit = works[work]
        if (unit === undefined) throw new Error(`Nothing asks for ${name}.`)
        figures.push([name, (await measure(server, unit, { concurrency: 4, window: 1_400, leadIn: 100 })).cpu])
      }
      // The first round warms up.
      if (round > 0)
        for (const [name, ms] of figures) costs.set(`${side} ${name}`, [...(costs.get(`${side} ${name}`) ?? []), ms])
    }
  }
  await browser.close()
  await Promise.all([here.server.stop(), there.server.stop()])

  const rows = [...PAGES.map(([name]) => name), VISIT].map((name) => {
    const [now, before] = [costs.get(`here ${name}`) ?? [], costs.get(`there ${name}`) ?? []]
    const ratios = now.map((ms, at) => ms / (before[at] ?? Number.NaN))
    return [
      name,
      figure(median(before)),
      figure(median(now)),
      `**${figure(median(ratios))}** (${figure(Math.min(...ratios))}–${figure(Math.max(...ratios))})`,
    ]
  })
  const text = `${machine()}; measured on ${new Date().toISOString().slice(0, 10)}. Processor time of the server, ms; ${ROUNDS} rounds in turns.

${table(['', 'before', 'now', 'now ÷ before'], rows)}`
  console.log(`\n${text}\n`)
  writeSection('What pages cost', text)
}

async function open({ port, folder }: Place, root?: string): Promise<Side> {
  const home = join(folder, `pages-${port}`)
  mkdirSync(home)
  const server = await startLatchkey({ port, folder: home, ...(root !== undefined && { root }) })
  const works = await latchkey.prepare(server, PEOPLE)
  return { server, works, cookies: await signUpForCookies(server.port) }
}

/** Returns the processor time of one visit (milliseconds), in a browser that has the files of the pages already. */
async function visit(browser: Chromium, server: Running, cookies: Map<string, string>): Promise<number> {
  const context = await browser.newContext()
  const url = originOf(server.port)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(`${url}/account`, { waitUntil: SETTLED })
  const before = server.cpu()
  for (let time = 0; time < VISITS; time += 1) await page.goto(`${url}/account`, { waitUntil: SETTLED })
  const spent = server.cpu() - before
  await context.close()
  return spent / VISITS
}
