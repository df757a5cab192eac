import { randomBytes } from 'node:crypto'
import { type Attestation, type AttestationFacts, packedSelfAttestation } from '../attestation.ts'
import type { CborValue } from '../cbor.ts'

/** Claims the format none, with a statement that is not empty. */
export function noneWithStatement(): Attestation {
  return { fmt: 'none', attStmt: new Map([['note', 'not empty']]) }
}

/** An unregistered format. */
export function unknownFormat(): Attestation {
  return { fmt: 'latchkey-test', attStmt: new Map() }
}

/** A certificate chain that holds no certificate. */
export function garbageCertificate(facts: AttestationFacts): Attestation {
  const self = packedSelfAttestation(facts)
  return { fmt: 'packed', attStmt: new Map<string | number, CborValue>([...self.attStmt, ['x5c', [randomBytes(300)]]]) }
}

/** Any format with any statement. */
export function stating(fmt: string, statement: Record<string, CborValue>): () => Attestation {
  return () => ({ fmt, attStmt: new Map(Object.entries(statement)) })
}
