import { createECDH, createHash, createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { inOrder } from '#db/engine/ids.ts'
import { encode } from '#tests/helpers/authenticator/cbor.ts'
import { coseKey } from '#tests/helpers/authenticator/cose.ts'

/** How many of each an invented person has. */
export const PASSKEYS = 2
export const SESSIONS = 3
export const BACKUP_CODES = 5
export const EVENTS = 30

/** An invented person. Everything is derived from their number, so the driver stores nothing. */
export type Person = {
  id: string
  handle: string
  email: string
  /** Their sessions, oldest first. The rows store hashes of the secrets. */
  sessions: { id: string; secret: string }[]
  browsers: string[]
  credentialIds: Buffer[]
  ip: string
  userAgent: string
}

/** The private key of all passkeys. Two million different keys would prove no more and take longer to create. */
const PRIVATE_KEY = createPrivateKey({ format: 'jwk', key: keyOfEverybody() })
export const KEY = { privateKey: PRIVATE_KEY, publicKey: createPublicKey(PRIVATE_KEY) }
export const COSE_KEY = encode(coseKey(KEY.publicKey, -7)).toString('base64url')

const USER_AGENTS = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
]

/**
 * Returns the person with a number below `people`. Ids rise with the number, so that a big table is filled in order.
 */
export function personAt(number: number, people: number): Person {
  const about = (what: string) => createHash('sha256').update(`${what} of ${number}`).digest()
  const facts = about('facts')
  return {
    id: placedId(number / people, about('id')),
    handle: createHash('sha512').update(`handle of ${number}`).digest('base64url'),
    email: `person${number}@example.net`,
    sessions: Array.from({ length: SESSIONS }, (_, index) => ({
      id: placedId((index + number / people) / SESSIONS, about(`session ${index}`)),
      secret: about(`secret ${index}`).toString('base64url'),
    })),
    browsers: Array.from({ length: SESSIONS }, (_, index) =>
      about(`browser ${index}`).toString('base64url').slice(0, 32),
    ),
    credentialIds: Array.from({ length: PASSKEYS }, (_, index) => about(`credential ${index}`).subarray(0, 20)),
    ip: `198.${18 + ((facts[0] ?? 0) % 2)}.${facts[1]}.${facts[2]}`,
    userAgent: USER_AGENTS[(facts[3] ?? 0) % USER_AGENTS.length] ?? '',
  }
}

/** Returns this many people, drawn evenly from all. */
export function sampleOf(people: number, size: number): Person[] {
  return Array.from({ length: size }, (_, index) => personAt(Math.floor(((index + 0.5) * people) / size), people))
}

/** Returns an id like the server's, but with the position of a person or session among all instead of the time. */
function placedId(share: number, random: Buffer): string {
  return inOrder(Math.floor(share * 64 ** 4), 4) + random.subarray(0, 16).toString('base64url').slice(4)
}

/** Returns the same key every time, derived from a word. It belongs to invented accounts only. */
function keyOfEverybody(): JsonWebKey {
  const d = createHash('sha256').update('growth').digest()
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33)]
  return {
    kty: 'EC',
    crv: 'P-256',
    ...Object.fromEntries(Object.entries({ d, x, y }).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  }
}
