import type { Way } from '#db/sessions.ts'
import type { Language } from '#server/words/language.ts'

/** A person who sends a request, signed in or not. */
export type Visitor = {
  /** The address of the socket, or the one that the trusted proxies report. */
  ip: string
  userAgent: string
  /**
   * SHA-256 of the random id in this browser's cookie. It binds ceremonies to one browser and identifies known
   * browsers.
   */
  browser: string
  /** The language of answers, and of letters to an address that has no account. */
  language: Language
}

/** A visitor with a live session. */
export type Actor = Visitor & {
  userId: string
  name: string
  /** The primary address. */
  email: string
  sessionId: string
  way: Way
  sessionStartedAt: number
  sessionExpiresAt: number
  /** When this session was last confirmed (epoch milliseconds); undefined if never. */
  confirmedAt: number | undefined
}
