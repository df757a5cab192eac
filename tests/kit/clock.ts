import type { APIRequestContext } from '@playwright/test'

/** A duration. Negative to go back. */
type Stretch = { days?: number; hours?: number; minutes?: number; seconds?: number }

/** The clock of the server. All its tests share it: turning it in one turns it for those that run at the same time. */
export type Clock = {
  /** The server's time (milliseconds). */
  now: () => Promise<number>
  /** Turns the clock, does the work that is due, letters included, and returns the new time (milliseconds). */
  jump: (stretch: Stretch) => Promise<number>
}

/** The clock of a Latchkey in testing mode, and a way to turn it back to where it stood. */
export function clockOf(request: APIRequestContext, latchkey: string): Clock & { turnBack: () => Promise<void> } {
  let turned = 0

  async function advance(seconds: number): Promise<number> {
    const response = await request.post(`${latchkey}/api/testing/clock`, {
      data: { advance: seconds },
      headers: { origin: latchkey },
    })
    if (!response.ok())
      throw new Error(
        `The clock of ${latchkey} did not turn. Was it started with TESTING=1? ${response.status()} ${await response.text()}`,
      )
    turned += seconds
    // The testing route's own answer, whose shape its schema guarantees.
    return ((await response.json()) as { now: number }).now
  }

  return {
    now: () => advance(0),
    jump: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      advance(((days * 24 + hours) * 60 + minutes) * 60 + seconds),
    async turnBack() {
      if (turned !== 0) await advance(-turned)
    },
  }
}
