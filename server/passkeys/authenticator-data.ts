import { type CborMap, readCbor } from '#server/passkeys/cbor.ts'

/** Bytes before the attested credential: hash, flags, counter. */
const HEAD_BYTES = 32 + 1 + 4
const AAGUID_BYTES = 16

/** What an authenticator reports (WebAuthn L3 §6.1). */
export type AuthenticatorData = {
  rpIdHash: Uint8Array
  /** Presence, verification, backup eligibility and backup state. */
  flags: { up: boolean; uv: boolean; be: boolean; bs: boolean }
  counter: number
  attested: Attested | undefined
}

/** A new credential (WebAuthn L3 §6.5.1). `publicKey` holds the bytes of `key`. */
type Attested = { aaguid: string; credentialId: Uint8Array; publicKey: Uint8Array; key: CborMap }

/** Reads authenticator data strictly. Returns undefined if it is incomplete or has bytes left over. */
export function readAuthenticatorData(bytes: Uint8Array<ArrayBuffer>): AuthenticatorData | undefined {
  if (bytes.length < HEAD_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bits = view.getUint8(32)
  const has = (bit: number) => (bits & (1 << bit)) !== 0

  const attested = has(6) ? readAttested(bytes, view) : undefined
  if (has(6) && !attested) return undefined
  const from = attested?.end ?? HEAD_BYTES
  // We request no extensions and use none, but their place must be theirs.
  const extensions = has(7) ? readCbor(bytes, from) : undefined
  if (has(7) && !(extensions?.value instanceof Map)) return undefined
  if ((extensions?.end ?? from) !== bytes.length) return undefined
  return {
    rpIdHash: bytes.subarray(0, 32),
    flags: { up: has(0), uv: has(2), be: has(3), bs: has(4) },
    counter: view.getUint32(33),
    attested,
  }
}

function readAttested(bytes: Uint8Array<ArrayBuffer>, view: DataView): (Attested & { end: number }) | undefined {
  const lengthAt = HEAD_BYTES + AAGUID_BYTES
  const idAt = lengthAt + 2
  if (bytes.length < idAt) return undefined
  const keyAt = idAt + view.getUint16(lengthAt)
  const key = readCbor(bytes, keyAt)
  if (!(key?.value instanceof Map)) return undefined
  return {
    aaguid: uuidOf(bytes.subarray(HEAD_BYTES, lengthAt)),
    credentialId: bytes.subarray(idAt, keyAt),
    publicKey: bytes.subarray(keyAt, key.end),
    key: key.value,
    end: key.end,
  }
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
