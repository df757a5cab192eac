import { setTimeout as pause } from 'node:timers/promises'
import { type Ledger, live, newLedger, whatIsLost } from '../load.ts'
import { chance, type Scale } from '../scale.ts'
import { type Target, withServer } from '../server.ts'
import { blame, expectThat, newTally, type Tally } from '../tally.ts'

const AT_ONCE = 10

/** The process is killed at random moments of a mixed load: answered work is stored, and unanswered work is stored whole or not at all. */
export async function crashIt({ full, seed, engine = 'sqlite' }: Scale): Promise<Tally> {
  const tally = newTally('kill -9')
  const draw = chance(seed)
  await withServer(
    async (target) => {
      for (let round = 0; round < (full ? 6 : 1); round += 1) {
        const ledger = newLedger()
        await loadUntilKilled(target, ledger, 15 + draw() * (full ? 150 : 30), draw)
        await target.start()

        tally.cases += ledger.answered + ledger.interrupted
        tally.accepted += ledger.answered
        tally.refused += ledger.interrupted
        const eyes = await target.openEyes()
        for (const ill of await eyes.ills()) blame(tally, 'lost', `round ${round}: ${ill}`)
        await eyes.close()
        for (const lost of await whatIsLost(target, ledger)) blame(tally, 'lost', `round ${round}: ${lost}`)
        for (const refusal of ledger.refused)
          blame(
            tally,
            refusal.startsWith('5') ? 'faults' : 'lost',
            `round ${round}: honest work was refused with ${refusal}`,
          )
        expectThat(
          tally,
          ledger.answered > 0 && ledger.interrupted > 0,
          `round ${round}: nothing was under way when it was killed, so nothing is proven`,
        )
      }
    },
    { engine },
  )
  return tally
}

/** Several people work at once, a new one for each that ends, until the server is killed after a number of answers. */
async function loadUntilKilled(target: Target, ledger: Ledger, answers: number, draw: () => number): Promise<void> {
  let killed = false
  const lives = Array.from({ length: AT_ONCE }, async () => {
    while (!killed) await live(target, ledger, () => killed, draw)
  })
  while (ledger.answered < answers) await pause(1)
  await pause(draw() * 20)
  await target.kill()
  killed = true
  await Promise.all(lives)
}
