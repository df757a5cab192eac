import { createCipheriv, createHmac, createSecretKey, type KeyObject, pbkdf2Sync } from 'node:crypto'

const SALT_BYTES = 32
const IV_BYTES = 16

/**
 * Seals data as iron-session reads it: iron's `Fe26.2`, AES-256-CBC and then HMAC-SHA-256, each under a key of its own that one round
 * of PBKDF2 makes from the password, which must be random itself. The library seals in eight steps that each wait for a thread: a
 * sixth of what a sign-in cost. The seal has no end; what is in it must.
 */
export function ironSeal(password: string, random: (bytes: number) => Buffer, data: object): string {
  const [salt, macSalt] = [random(SALT_BYTES).toString('hex'), random(SALT_BYTES).toString('hex')]
  const iv = random(IV_BYTES)
  const cipher = createCipheriv('aes-256-cbc', keyFrom(password, salt), iv)
  const text = cipher.update(JSON.stringify(data), 'utf8', 'base64url') + cipher.final('base64url')
  const sealed = ['Fe26.2', '1', salt, iv.toString('base64url'), text, ''].join('*')
  const mac = createHmac('sha256', keyFrom(password, macSalt)).update(sealed).digest('base64url')
  return `${sealed}*${macSalt}*${mac}~2`
}

function keyFrom(password: string, salt: string): KeyObject {
  return createSecretKey(pbkdf2Sync(password, salt, 1, 32, 'sha1'))
}
