import { readConfig } from '#server/config/config.ts'
import { ask, isHealthy, listening, wordsOf } from '#cli/ask.ts'
import { type Call, type Command, type Outcome, Refusal } from '#cli/command.ts'

const TIMEOUT_MS = 5_000

export const health: Command = {
  name: 'health',
  summary: 'Asks the server on this machine whether it can read its database',
  usage: [''],
  about: ['It asks `/api/health` at LISTEN and PORT, not through the proxy; `latchkey check` asks both.'],
  options: {},
  words: { least: 0, most: 0 },
  examples: [{ line: 'npx latchkey health --json', does: 'Answers a supervisor, which reads the exit code.' }],
  run: probe,
}

async function probe({ environment }: Call): Promise<Outcome> {
  const place = listening(readConfig(environment))
  const began = performance.now()
  const answer = await ask(`${place}/api/health`, { timeout: TIMEOUT_MS, now: Date.now }).catch((error: unknown) => {
    const { code, words } = wordsOf(error)
    throw new Refusal(`No server answers at ${place}: ${code || words}.`)
  })
  const ms = Math.round(performance.now() - began)
  if (!isHealthy(answer)) throw new Refusal(`The server at ${place} is not healthy: it answers with ${answer.status}.`)
  return {
    lines: [`The server at ${place} is healthy: it answered within ${ms} ms.`],
    data: { status: 'ok', place, ms },
  }
}
