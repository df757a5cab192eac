import type { Algorithm } from './algorithms.ts'
import { type CborMap, encode } from './cbor.ts'

/** The data for an attestation statement; `sign` signs with the credential's own key. */
export type AttestationFacts = {
  authenticatorData: Buffer
  clientDataHash: Buffer
  algorithm: Algorithm
  sign: (data: Buffer) => Buffer
}
export type Attestation = { fmt: string; attStmt: CborMap }

/** The attestation every passkey provider sends: none. */
export function noAttestation(): Attestation {
  return { fmt: 'none', attStmt: new Map() }
}

/** Packed self attestation (WebAuthn L3 §8.2): the new key signs the statement. */
export function packedSelfAttestation(facts: AttestationFacts): Attestation {
  const signature = facts.sign(Buffer.concat([facts.authenticatorData, facts.clientDataHash]))
  return {
    fmt: 'packed',
    attStmt: new Map<string, number | Buffer>([
      ['alg', facts.algorithm],
      ['sig', signature],
    ]),
  }
}

/** Wraps an attestation and its authenticator data as the server receives them. */
export function attestationObject({ fmt, attStmt }: Attestation, authenticatorData: Buffer): Buffer {
  return encode(
    new Map<string, string | CborMap | Buffer>([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', authenticatorData],
    ]),
  )
}
