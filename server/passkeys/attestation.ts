import { readCborMap } from '#server/passkeys/cbor.ts'

/** An attestation object: what was attested, and the statement of a self attestation if there is one. */
export type Attestation = {
  authData: Uint8Array<ArrayBuffer>
  /** WebAuthn L3 §8.2: the new key signed, by the algorithm that the statement names. */
  self: { algorithm: number; signature: Uint8Array } | undefined
}

/**
 * Reads an attestation object: exactly one map of three members, whose format is `none` with an empty statement (WebAuthn
 * L3 §8.7) or `packed` without certificates (§8.2). Returns undefined for anything else. We ask for no attestation, so no
 * browser sends a statement of another format, and we read none: a stranger could have sent it.
 */
export function readAttestation(attestationObject: string): Attestation | undefined {
  const read = readCborMap(bytes(attestationObject))
  const [fmt, statement, authData] = [read?.get('fmt'), read?.get('attStmt'), read?.get('authData')]
  if (read?.size !== 3 || !(statement instanceof Map) || !(authData instanceof Uint8Array)) return undefined
  if (fmt === 'none') return statement.size === 0 ? { authData, self: undefined } : undefined

  const [algorithm, signature] = [statement.get('alg'), statement.get('sig')]
  if (fmt !== 'packed' || statement.size !== 2) return undefined
  if (typeof algorithm !== 'number' || !(signature instanceof Uint8Array)) return undefined
  return { authData, self: { algorithm, signature } }
}

/** Decodes base64url. */
export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}
