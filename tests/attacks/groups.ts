import { attackAssertions } from './groups/assertions.ts'
import { auditPackages } from './groups/packages.ts'
import { attackAsSomebodyElse } from './groups/callers.ts'
import { attackCeremonies } from './groups/ceremonies.ts'
import { crashIt } from './groups/crash.ts'
import { fillTheDisk } from './groups/full-disk.ts'
import { attackWithGenerated } from './groups/generated.ts'
import { attackInputs } from './groups/inputs.ts'
import { lockIt } from './groups/locked.ts'
import { askTheObservatory } from './groups/observatory.ts'
import { readThePages } from './groups/pages.ts'
import { varyRequests } from './groups/relatives.ts'
import { raceEverything } from './groups/races.ts'
import { attackRegistrations } from './groups/registrations.ts'
import { searchTheBundle } from './groups/bundle.ts'
import { troubleTheMail } from './groups/mail.ts'
import { stallIt } from './groups/stalls.ts'
import { turnTheClock } from './groups/clock.ts'
import type { Scale } from './scale.ts'
import { blame, newTally, type Tally } from './tally.ts'

/** Every group of attacks, in the order they run. */
export const GROUPS: Record<string, (scale: Scale) => Promise<Tally>> = {
  inputs: attackInputs,
  generated: attackWithGenerated,
  callers: attackAsSomebodyElse,
  ceremonies: attackCeremonies,
  registrations: attackRegistrations,
  assertions: attackAssertions,
  relatives: varyRequests,
  races: raceEverything,
  'kill -9': crashIt,
  'disk full': fillTheDisk,
  'database locked': lockIt,
  clock: turnTheClock,
  'mail provider': troubleTheMail,
  stalls: stallIt,
  pages: readThePages,
  observatory: askTheObservatory,
  'client bundle': searchTheBundle,
  'npm audit': auditPackages,
}

/** The groups that also attack two instances on PostgreSQL. */
export const ON_POSTGRES = ['races', 'kill -9', 'database locked']

/** Runs a group. A group that stops early is a defect: it has not proven what it is for. */
export async function runGroup(name: string, scale: Scale): Promise<Tally> {
  const attack = GROUPS[name]
  if (!attack) throw new Error(`There is no group ${name}. There are: ${Object.keys(GROUPS).join(', ')}.`)
  if (scale.engine === 'postgres' && !ON_POSTGRES.includes(name))
    throw new Error(`The group ${name} does not attack PostgreSQL. These do: ${ON_POSTGRES.join(', ')}.`)
  return attack(scale).catch((error: unknown) => {
    const broken = newTally(name)
    blame(broken, 'lost', `the attack itself broke off: ${error instanceof Error ? error.stack : String(error)}`)
    return broken
  })
}
