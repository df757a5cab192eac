import { Secret, TOTP } from 'otpauth'

/**
 * The settings that every authenticator app supports: SHA-1, six digits, 30 seconds (RFC 6238); a secret of 160 bits
 * (RFC 4226 §4).
 */
const ALGORITHM = 'SHA1'
const DIGITS = 6
const STEP_MS = 30_000
const SECRET_BYTES = 20

/** Returns a new secret in base 32. */
export function newSecret(random: (bytes: number) => Buffer): string {
  const bytes = random(SECRET_BYTES)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/**
 * Returns the URI from which an authenticator app reads a secret (Key URI format). Removes colons from issuer and
 * label.
 */
export function keyUri({ secret, issuer, label }: { secret: string; issuer: string; label: string }): string {
  return totpOf(secret, { issuer: issuer.replaceAll(':', ' '), label: label.replaceAll(':', ' ') }).toString()
}

/**
 * Returns the 30-second step of a code: the current one, the one before or the one after (RFC 6238 §5.2). Returns
 * undefined for any other code.
 * @param now epoch milliseconds
 */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const delta = totpOf(secret, {}).validate({ token: code, timestamp: now, window: 1 })
  // 0 means that the code belongs to the current step.
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta
}

function totpOf(secret: string, names: { issuer?: string; label?: string }): TOTP {
  return new TOTP({
    ...names,
    secret: Secret.fromBase32(secret),
    algorithm: ALGORITHM,
    digits: DIGITS,
    period: STEP_MS / 1_000,
  })
}
