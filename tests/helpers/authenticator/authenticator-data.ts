import { createHash } from 'node:crypto'
import { type CborMap, encode } from './cbor.ts'

type Flags = { up: boolean; uv: boolean; be: boolean; bs: boolean; at: boolean; ed: boolean }
type AttestedCredential = { aaguid: string; credentialId: Buffer; coseKey: Buffer }

export type AuthenticatorDataTwist = {
  /** The RP ID whose hash is written and signed, in place of the one asked for. */
  rpId?: string
  flags?: Partial<Flags>
  signCount?: number
  /** Authenticator extension outputs, of any size. */
  extensions?: CborMap
  /** Replaces the finished bytes; what is signed follows. */
  authenticatorData?: (honest: Buffer) => Buffer
}

export type AuthenticatorDataFacts = {
  rpId: string
  flags: Pick<Flags, 'uv' | 'be' | 'bs'>
  signCount: number
  attested?: AttestedCredential
}

const BITS: Record<keyof Flags, number> = { up: 0x01, uv: 0x04, be: 0x08, bs: 0x10, at: 0x40, ed: 0x80 }

/** Lays out authenticator data (WebAuthn L3 §6.1), attested credential data included when there is any. */
export function authenticatorData(facts: AuthenticatorDataFacts, twist: AuthenticatorDataTwist): Buffer {
  const { attested } = facts
  const extensions = twist.extensions
  const flags = { up: true, ...facts.flags, at: attested !== undefined, ed: extensions !== undefined, ...twist.flags }

  const bytes = Buffer.concat([
    createHash('sha256')
      .update(twist.rpId ?? facts.rpId)
      .digest(),
    Buffer.from([flagsByte(flags)]),
    bigEndian(twist.signCount ?? facts.signCount, 4),
    attested ? attestedCredentialData(attested) : Buffer.alloc(0),
    extensions ? encode(extensions) : Buffer.alloc(0),
  ])
  return twist.authenticatorData ? twist.authenticatorData(bytes) : bytes
}

function attestedCredentialData({ aaguid, credentialId, coseKey }: AttestedCredential): Buffer {
  const identifier = Buffer.from(aaguid.replaceAll('-', ''), 'hex')
  return Buffer.concat([identifier, bigEndian(credentialId.length, 2), credentialId, coseKey])
}

function flagsByte(flags: Flags): number {
  const names: (keyof Flags)[] = ['up', 'uv', 'be', 'bs', 'at', 'ed']
  return names.reduce((byte, name) => (flags[name] ? byte | BITS[name] : byte), 0)
}

function bigEndian(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntBE(value, 0, size)
  return bytes
}
