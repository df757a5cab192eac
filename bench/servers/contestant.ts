import { randomInt } from 'node:crypto'
import type { Unit } from '../driver/load.ts'
import type { Running } from '../driver/process.ts'

/** The names of the measured work in the tables. */
export type WorkName =
  | 'session check'
  | 'passkey sign-in'
  | 'sign-up'
  | 'list of passkeys'
  | 'page'
  | 'start page'
  | 'account page'
  | 'password guess'
  | 'password check'

/** A server that can be started and given work. */
export type Contestant = {
  name: string
  /** What it is and how it is set up, for readers of the tables. */
  about: string
  start: (place: Place) => Promise<Running>
  /** Creates the people that its work needs, and returns the work. */
  prepare: (server: Running, people: number) => Promise<Partial<Record<WorkName, Unit>>>
}

/** The port and the data folder of a contestant. */
export type Place = { port: number; folder: string }

/**
 * Returns a function that takes the things one after the other, again and again, so that two workers seldom use the
 * same.
 */
export function inTurn<T>(things: T[]): () => T {
  let turn = 0
  return () => at(things, turn++ % things.length)
}

/** Returns a function that takes a random thing. In turns, the cache would always have just dropped the next one. */
export function byChance<T>(things: T[]): () => T {
  return () => at(things, randomInt(things.length))
}

function at<T>(things: T[], place: number): T {
  const thing = things[place]
  if (thing === undefined) throw new Error('There is nothing to take.')
  return thing
}
