import type { APIRequestContext } from '@playwright/test'

/** A letter, as the testing mailbox shows it. `letter` is its kind, such as `sign-up-code`. */
export type Letter = {
  id: string
  to: string
  letter: string
  subject: string
  text: string
  html: string
  at: number
  code?: string
  link?: string
}

/** The letters that the server sent. */
export type Mailbox = {
  /** All letters to an address, newest first. */
  letters: (to: string) => Promise<Letter[]>
  /** Waits for a letter of a kind to an address. Returns each letter once; a second call waits for the next (milliseconds). */
  wait: (to: string, letter: string, options?: { timeout?: number }) => Promise<Letter>
  /** The code in such a letter. */
  code: (to: string, letter: string) => Promise<string>
  /** The link in such a letter. */
  link: (to: string, letter: string) => Promise<string>
}

const PATIENCE_MS = 10_000
const PAUSE_MS = 100

/** The mailbox of a Latchkey in testing mode. */
export function mailboxOf(request: APIRequestContext, latchkey: string): Mailbox {
  const read = new Set<string>()

  async function letters(to: string): Promise<Letter[]> {
    const response = await request.get(`${latchkey}/api/testing/mailbox`, { params: { to } })
    if (!response.ok())
      throw new Error(`The mailbox of ${latchkey} is closed. Was it started with TESTING=1? ${response.status()}`)
    // The testing route's own answer, whose shape its schema guarantees.
    return ((await response.json()) as { letters: Letter[] }).letters
  }

  async function wait(to: string, letter: string, { timeout = PATIENCE_MS } = {}): Promise<Letter> {
    const until = Date.now() + timeout
    do {
      const found = (await letters(to)).filter((candidate) => candidate.letter === letter)
      const [newest] = found
      if (newest && !read.has(newest.id)) {
        for (const { id } of found) read.add(id)
        return newest
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    } while (Date.now() < until)
    throw new Error(
      `No new letter "${letter}" to ${to}. There are: ${(await letters(to)).map((each) => each.letter).join(', ') || 'none'}.`,
    )
  }

  async function part(name: 'code' | 'link', to: string, letter: string): Promise<string> {
    const found = (await wait(to, letter))[name]
    if (!found) throw new Error(`The letter "${letter}" has no ${name}.`)
    return found
  }

  return {
    letters,
    wait,
    code: (to, letter) => part('code', to, letter),
    link: (to, letter) => part('link', to, letter),
  }
}
