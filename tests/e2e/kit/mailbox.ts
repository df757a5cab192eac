import type { APIRequestContext } from '@playwright/test'

/** A letter, as the testing mailbox shows it. */
export type Letter = { id: string; to: string; letter: string; subject: string; text: string; at: number; code?: string; link?: string }

/** What was mailed, newest first, and the clock of the server. */
export type Mailbox = {
  letters(to: string): Promise<Letter[]>
  /** Waits for the newest letter of a kind to an address. */
  wait(to: string, letter: string): Promise<Letter>
  code(to: string, letter: string): Promise<string>
}

export type Clock = { advance(seconds: number): Promise<number> }

const WAIT_MS = 10_000

export function mailboxOf(request: APIRequestContext, origin: string): Mailbox {
  async function letters(to: string): Promise<Letter[]> {
    const response = await request.get(`${origin}/api/testing/mailbox`, { params: { to } })
    // The API's own answer, whose shape its schema guarantees.
    return ((await response.json()) as { letters: Letter[] }).letters
  }

  async function wait(to: string, letter: string): Promise<Letter> {
    const until = Date.now() + WAIT_MS
    while (Date.now() < until) {
      const found = (await letters(to)).find((candidate) => candidate.letter === letter)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`No letter "${letter}" to ${to}.`)
  }

  return {
    letters,
    wait,
    async code(to, letter) {
      const { code } = await wait(to, letter)
      if (!code) throw new Error(`The letter "${letter}" has no code.`)
      return code
    },
  }
}

export function clockOf(request: APIRequestContext, origin: string): Clock {
  return {
    async advance(seconds) {
      const response = await request.post(`${origin}/api/testing/clock`, { data: { advance: seconds }, headers: { origin } })
      if (!response.ok()) throw new Error(`The clock did not turn: ${await response.text()}`)
      return ((await response.json()) as { now: number }).now
    },
  }
}
