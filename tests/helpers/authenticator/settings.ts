import type { Algorithm } from './algorithms.ts'

/** What an authenticator is, and which page its browser shows. */
export type Settings = {
  /** The origin the browser would report. */
  origin: string
  /** Used when the options name no RP ID. */
  rpId: string
  aaguid: string
  /** Left out, the first offered algorithm is taken. */
  algorithm?: Algorithm
  userVerified: boolean
  backupEligible: boolean
  backupState: boolean
  /** Synced passkeys always report zero; a counting key starts at one and adds one at each sign-in. */
  counter: 'zero' | 'counting'
  transports: string[]
  attachment: 'platform' | 'cross-platform'
}
