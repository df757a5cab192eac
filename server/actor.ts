import type { Way } from '#db/sessions.ts'
import type { Language } from '#server/words/language.ts'

/** Whoever sends a request. */
export type Visitor = {
  /** The socket's address, or what the trusted proxies say it is. */
  ip: string
  userAgent: string
  /** SHA-256 of the random id in this browser's cookie: binds ceremonies to a browser, tells a known browser from a new one. */
  browser: string
  /** What to answer in, and what to write letters in to an address that has no account. */
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
  /** When this session last proved who it is (epoch milliseconds), if it has. */
  confirmedAt: number | undefined
}
