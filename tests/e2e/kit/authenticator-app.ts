import { Secret, TOTP } from 'otpauth'
import type { Clock } from './mailbox.ts'

const STEP_SECONDS = 30

/** An authenticator app on a phone: shows the code of the server's time. */
export type AuthenticatorApp = {
  /** A code that was not shown before: turns the clock to the next step where it has to. */
  freshCode(): Promise<string>
}

/** Reads a secret as a person copies it from the page. */
export function authenticatorApp(secret: string, clock: Clock): AuthenticatorApp {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS })
  let last: string | undefined
  return {
    async freshCode() {
      const code = totp.generate({ timestamp: await clock.advance(0) })
      if (code !== last) return (last = code)
      last = totp.generate({ timestamp: await clock.advance(STEP_SECONDS) })
      return last
    },
  }
}
