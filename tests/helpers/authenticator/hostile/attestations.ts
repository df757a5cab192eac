import { randomBytes } from 'node:crypto'
import { type Attestation, type AttestationFacts, packedSelfAttestation } from '../attestation.ts'
import type { CborValue } from '../cbor.ts'

/** Claims no attestation, yet states something. */
export function noneWithStatement(): Attestation {
  return { fmt: 'none', attStmt: new Map([['note', 'not empty']]) }
}

/** A format nobody registered. */
export function unknownFormat(): Attestation {
  return { fmt: 'latchkey-test', attStmt: new Map() }
}

/** A certificate chain that is no certificate. */
export function garbageCertificate(facts: AttestationFacts): Attestation {
  const self = packedSelfAttestation(facts)
  return { fmt: 'packed', attStmt: new Map<string | number, CborValue>([...self.attStmt, ['x5c', [randomBytes(300)]]]) }
}

/** Any format with any statement, for the rest. */
export function stating(fmt: string, statement: Record<string, CborValue>): () => Attestation {
  return () => ({ fmt, attStmt: new Map(Object.entries(statement)) })
}
