import { randomInt } from 'node:crypto'
import type { Unit } from '../driver/load.ts'
import type { Running } from '../driver/process.ts'

/** The work that is measured, under the names it has in the tables. */
export type WorkName = 'session check' | 'passkey sign-in' | 'sign-up' | 'list of passkeys' | 'page' | 'password guess'

/** Something that can be started and given work. */
export type Contestant = {
  name: string
  /** What it is and how it is set up, for whoever reads the tables. */
  about: string
  start: (place: Place) => Promise<Running>
  /** Makes the people that its work needs, and returns the work. */
  prepare: (server: Running, people: number) => Promise<Partial<Record<WorkName, Unit>>>
}

/** Where a contestant may listen and keep its data. */
export type Place = { port: number; folder: string }

/** Takes things one after the other, again and again, so that two workers seldom hold the same. */
export function inTurn<T>(things: T[]): () => T {
  let turn = 0
  return () => at(things, turn++ % things.length)
}

/** Takes things as chance will have it: in turns, whoever was kept from the last time would always be the one who just had to go. */
export function byChance<T>(things: T[]): () => T {
  return () => at(things, randomInt(things.length))
}

function at<T>(things: T[], place: number): T {
  const thing = things[place]
  if (thing === undefined) throw new Error('There is nobody to take a turn.')
  return thing
}
