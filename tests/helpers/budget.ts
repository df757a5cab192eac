import { afterAll, beforeAll } from 'vitest'

const MOST_SECONDS = 20

let before: NodeJS.CpuUsage

beforeAll(() => {
  before = process.cpuUsage()
})

/** A file of unit tests has a budget of processor time: what else the machine is doing does not count. */
afterAll(() => {
  const { user, system } = process.cpuUsage(before)
  const seconds = Math.round((user + system) / 1_000_000)
  if (seconds > MOST_SECONDS)
    throw new Error(
      `This file took ${seconds} s of processor time, and at most ${MOST_SECONDS} are meant: make it cheaper.`,
    )
})
