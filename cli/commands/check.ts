import { setTimeout as pause } from 'node:timers/promises'
import { ConfigError, readConfig } from '#server/config/config.ts'
import { ask, wordsOf } from '#cli/ask.ts'
import { type About, type Check, type Finding, fail, warn } from '#cli/checks/check.ts'
import { OtherVersionError } from '#cli/checks/reading.ts'
import { database, migrations, rpId, secrets } from '#cli/checks/data.ts'
import { clock, disk, files } from '#cli/checks/machine.ts'
import { mail } from '#cli/checks/mail.ts'
import { certificate, dns, origin, proxy, server } from '#cli/checks/network.ts'
import type { Call, Command, Outcome } from '#cli/command.ts'
import { counted, tableOf } from '#cli/table.ts'

/** Every check, in the order in which they are told. */
const CHECKS: Check[] = [
  dns,
  server,
  origin,
  proxy,
  certificate,
  clock,
  disk,
  files,
  database,
  migrations,
  rpId,
  secrets,
  mail,
]
/** No check takes longer. They run at the same time. */
const LONGEST_MS = 10_000
const ASK_MS = 8_000

export const check: Command = {
  name: 'check',
  summary: 'Looks for faults of the installation, from DNS to the mail server',
  usage: [''],
  about: [
    'It changes nothing, sends no letter, and may run beside the server or without it. Each check is ok, warn or fail, with a sentence that says what to do. The exit code is 1 if one fails. No check takes longer than ten seconds, and they run at the same time.',
    `The checks: ${CHECKS.map(({ name }) => name).join(', ')}.`,
  ],
  options: {},
  words: { least: 0, most: 0 },
  examples: [{ line: 'npx latchkey check', does: 'Checks a new installation before people come.' }],
  run: checkAll,
}

type Told = Finding & { name: string }

async function checkAll({ environment }: Call): Promise<Outcome> {
  const config = readConfig(environment)
  const now = Date.now
  const asking = (path: string) => {
    const answer = ask(`${config.origin}${path}`, { timeout: ASK_MS, now })
    // Each check that waits for the answer tells the fault.
    answer.catch(() => undefined)
    return answer
  }
  const about: About = { config, now, health: asking('/api/health'), api: asking('/api/session') }
  const told = await Promise.all(CHECKS.map((one) => tell(one, about)))
  const [failed, warned] = (['fail', 'warn'] as const).map((state) => told.filter((one) => one.state === state).length)
  const state = failed ? 'fail' : warned ? 'warn' : 'ok'
  return {
    lines: [
      ...tableOf(told.map(({ name, state: found, sentence }) => [found, name, sentence])),
      '',
      `${counted(told.length, 'check')}: ${failed} failed, ${warned} with a warning.`,
    ],
    data: { state, checks: told },
    failed: state === 'fail',
  }
}

/** A check that throws has failed, with the sentence of its fault. */
async function tell({ name, run }: Check, about: About): Promise<Told> {
  const late = new AbortController()
  const tooLong = async () => {
    await pause(LONGEST_MS, undefined, { signal: late.signal })
    return fail(`It did not end within ${LONGEST_MS / 1_000} s.`)
  }
  try {
    return { name, ...(await Promise.race([run(about), tooLong()])) }
  } catch (error) {
    if (error instanceof OtherVersionError) return { name, ...warn(error.message) }
    return { name, ...fail(error instanceof ConfigError ? error.faults.join('. ') : wordsOf(error).words) }
  } finally {
    late.abort()
  }
}
