import type { Way } from '#db/sessions.ts'
import type { Language } from '#server/words/language.ts'

/** Where a request comes from: all that is known of a program that calls. */
export type Sender = {
  /** The socket's address, or what the trusted proxies wrote. */
  ip: string
  userAgent: string
  /** What to answer in, and what to write letters in to an address that has no account. */
  language: Language
}

/** Whoever sends a request from a browser. */
export type Visitor = Sender & {
  /** SHA-256 of the random id in this browser's cookie: binds ceremonies to a browser, tells a known browser from a new one. */
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
  /** When this session last proved who it is (epoch milliseconds), if it has. */
  confirmedAt: number | undefined
}
