import { createCipheriv, createHmac, createSecretKey, type KeyObject, pbkdf2Sync } from 'node:crypto'

const SALT_BYTES = 32
const IV_BYTES = 16

/**
 * Seals data in the format that iron-session opens: iron's `Fe26.2`, AES-256-CBC and then HMAC-SHA-256. Each has its
 * own key, which one round of PBKDF2 derives from the password, so the password must be random itself. The library
 * seals in eight steps that each wait for a thread, which took a sixth of the time of a sign-in. The seal does not
 * expire, so the data must.
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
