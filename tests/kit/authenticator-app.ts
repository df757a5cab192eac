import { createHmac } from 'node:crypto'
import type { Clock } from './clock.ts'

const STEP_SECONDS = 30
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator app on a phone: shows the code of the server's time. */
export type AuthenticatorApp = {
  /** A code that was not shown before. Turns the clock to the next step if necessary. */
  freshCode: () => Promise<string>
}

/** An authenticator app that was given a secret, as a person copies it from a page. */
export function authenticatorApp(secret: string, clock: Clock): AuthenticatorApp {
  const key = fromBase32(secret)
  let last: string | undefined
  return {
    async freshCode() {
      const code = totp(key, await clock.now())
      last = code === last ? totp(key, await clock.jump({ seconds: STEP_SECONDS })) : code
      return last
    },
  }
}

/** The six digits of a moment (milliseconds), by RFC 6238 with SHA-1 and steps of 30 seconds. */
function totp(key: Buffer, at: number): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(at / 1_000 / STEP_SECONDS)))
  const mac = createHmac('sha1', key).update(step).digest()
  // RFC 4226 §5.3: the last four bits say where the 31 bits begin.
  const number = mac.readUInt32BE(mac.readUInt8(mac.length - 1) & 0xf) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text.replace(/[\s=]/g, '').toUpperCase())
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? [])
}
