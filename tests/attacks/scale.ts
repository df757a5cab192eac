/** What is beneath the server: the embedded database, or one PostgreSQL beneath two instances. */
export type Engine = 'sqlite' | 'postgres'

/** The size of a run: everything, or the sample that fits beside other tests. The seed makes a run repeatable. */
export type Scale = { full: boolean; seed: number; engine?: Engine }

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** All of them, or a sample of about this size, drawn by the seed. */
export function some<T>({ full, seed }: Scale, all: T[], about: number, draw = chance(seed)): T[] {
  return full ? all : all.filter(() => draw() < about / all.length)
}
