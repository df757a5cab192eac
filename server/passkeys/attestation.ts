import { isoCBOR } from '@simplewebauthn/server/helpers'

/**
 * Returns whether the attestation object is exactly one CBOR item and the statement of `none` is empty. The library
 * ignores bytes after the item and wrong lengths; encoding the item again reveals both.
 */
export function isWellFormed(attestationObject: string): boolean {
  try {
    const encoded = bytes(attestationObject)
    const decoded = isoCBOR.decodeFirst<Map<string, unknown>>(encoded)
    const statement = decoded.get('attStmt')
    const emptyIfNone = decoded.get('fmt') !== 'none' || (statement instanceof Map && statement.size === 0)
    // The same library decoded it a few lines above, so it can encode it.
    return emptyIfNone && Buffer.from(isoCBOR.encode(decoded as Parameters<typeof isoCBOR.encode>[0])).equals(encoded)
  } catch {
    return false
  }
}

/** Returns whether the attested key has exactly these bytes (WebAuthn L3 §6.5.1). */
export function holdsKey(
  attestationObject: Uint8Array<ArrayBuffer>,
  { at, key }: { at: number; key: Uint8Array },
): boolean {
  const authData = isoCBOR.decodeFirst<Map<string, unknown>>(attestationObject).get('authData')
  return authData instanceof Uint8Array && Buffer.from(key).equals(authData.subarray(at, at + key.length))
}

/**
 * Returns the algorithm in the statement of a packed attestation without certificates, and undefined for other
 * attestations.
 */
export function selfStatedAlgorithm(attestationObject: Uint8Array<ArrayBuffer>): unknown {
  const attestation = isoCBOR.decodeFirst<Map<string, unknown>>(attestationObject)
  const statement = attestation.get('attStmt')
  return attestation.get('fmt') === 'packed' && statement instanceof Map && !statement.has('x5c')
    ? statement.get('alg')
    : undefined
}

export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}
