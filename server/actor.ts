import type { Way } from '#db/sessions.ts'
import type { Language } from '#server/words/language.ts'

/** Where a request comes from: all that is known of a program that calls. */
export type Sender = {
  /** The address of the socket, or the one that the trusted proxies report. */
  ip: string
  userAgent: string
  /** The language of answers, and of letters to an address that has no account. */
  language: Language
}

/** A person who sends a request from a browser, signed in or not. */
export type Visitor = Sender & {
  /** SHA-256 of the random id in this browser's cookie. It binds ceremonies to one browser and identifies known browsers. */
  browser: string
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
