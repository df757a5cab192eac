import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPeers, versionOf } from './driver/builds.ts'
import { pinDriver } from './driver/process.ts'
import { machine, writeSection } from './driver/results.ts'
import { compareEngines } from './engines.ts'
import { measureFlood } from './flood.ts'
import { comparePages } from './pages.ts'
import { FULL, type Plan, QUICK } from './plan.ts'
import { details, method, ratios, starts, targets } from './report.ts'
import { measureInTurns, type Ready } from './rounds.ts'
import { BETTER_AUTH, betterAuth, betterAuthTuned } from './servers/better-auth.ts'
import type { Contestant } from './servers/contestant.ts'
import { bareHttp, bareNext } from './servers/floors.ts'
import { latchkey } from './servers/latchkey.ts'
import { soak } from './soak.ts'

const CONTESTANTS = [latchkey, betterAuth, betterAuthTuned, bareNext, bareHttp]
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4260)
const SCRATCH = process.env.BENCH_SCRATCH ?? join(import.meta.dirname, 'tmp')

mkdirSync(SCRATCH, { recursive: true })
const folder = mkdtempSync(join(SCRATCH, 'run-'))
const leave = (code: number): never => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
process.on('SIGINT', () => leave(130))
process.on('SIGTERM', () => leave(143))

try {
  pinDriver()
  if (process.argv.includes('--soak')) await soak({ port: FIRST_PORT, folder }, minutesAsked())
  else if (process.argv.includes('--engines')) await compareEngines({ port: FIRST_PORT, folder })
  else if (process.argv.includes('--pages')) await comparePages({ port: FIRST_PORT, folder }, optionNamed('beside'))
  else await compare(process.argv.includes('--quick'))
  leave(0)
} catch (error) {
  console.error(`The benchmark failed: ${error instanceof Error ? error.message : String(error)}`)
  leave(1)
}

/** Measures all servers in turns and prints the tables. A full run writes them to bench/results.md. */
async function compare(quick: boolean): Promise<void> {
  const plan = quick ? QUICK : FULL
  buildPeers()
  const ready: Ready[] = []
  for (const [index, contestant] of CONTESTANTS.entries())
    ready.push(await bringUp(contestant, FIRST_PORT + index, plan))

  const series = await measureInTurns(ready, plan, (line) => console.log(line))
  const text = [
    `${machine()}; Next ${versionOf('next')}, better-auth ${versionOf('better-auth', BETTER_AUTH)} with @better-auth/passkey ${versionOf('@better-auth/passkey', BETTER_AUTH)}, better-sqlite3 ${versionOf('better-sqlite3')} in both; measured on ${new Date().toISOString().slice(0, 10)}.`,
    targets(series),
    ...plan.concurrencies.map(
      (concurrency) => `### Ratios at concurrency ${concurrency}\n\n${ratios(series, concurrency)}`,
    ),
    `### Session checks beside sixteen password guessers\n\n${await measureFlood(ready, plan)}`,
    `### Start\n\n${starts(ready)}`,
    `### Everything\n\n${details(series)}`,
    `### How\n\n${method(plan)}\n\n${CONTESTANTS.map(({ name, about }) => `- **${name}**: ${about}.`).join('\n')}`,
  ].join('\n\n')

  for (const { server } of ready) await server.stop()
  console.log(`\n${text}\n`)
  if (quick) return console.log('A quick run is not written to bench/results.md.')
  writeSection('Beside others', text)
  console.log('Written to bench/results.md.')
}

/** Starts a contestant a few times to measure the start, and fills the last one with people. */
async function bringUp(contestant: Contestant, port: number, plan: Plan): Promise<Ready> {
  console.log(`${contestant.name}: ${plan.starts} start(s), ${plan.people} people`)
  const home = mkdtempSync(join(folder, 'server-'))
  const times: number[] = []
  for (let start = 1; ; start += 1) {
    const server = await contestant.start({ port, folder: home })
    times.push(server.startedIn)
    if (start === plan.starts)
      return { contestant, server, works: await contestant.prepare(server, plan.people), starts: times }
    await server.stop()
  }
}

function minutesAsked(): number {
  const asked = Number(optionNamed('minutes') ?? 5)
  if (!(asked > 0)) throw new Error('--minutes= takes a number above 0.')
  return asked
}

function optionNamed(name: string): string | undefined {
  const start = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length)
}
