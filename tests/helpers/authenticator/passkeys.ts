import type { KeyObject } from 'node:crypto'
import type { Algorithm } from './algorithms.ts'

/** One passkey as its authenticator holds it; plain and mutable, so a test may age it, flag it or clone it by spreading. */
export type Passkey = {
  credentialId: Buffer
  privateKey: KeyObject
  publicKey: KeyObject
  algorithm: Algorithm
  rpId: string
  userHandle: Buffer
  signCount: number
  backupEligible: boolean
  backupState: boolean
}

type Descriptor = { id: string }

/** Finds the passkey a person would be offered first: the newest of this site, within the allowed ones if any are named. */
export function choosePasskey(passkeys: Passkey[], rpId: string, allowed: Descriptor[] = []): Passkey {
  const offered = passkeys.filter(
    (passkey) => passkey.rpId === rpId && (allowed.length === 0 || isListed(passkey, allowed)),
  )
  const newest = offered.at(-1)
  if (!newest) throw new DOMException('no passkey here answers this request', 'NotAllowedError')
  return newest
}

/** Refuses, as a browser does, to put a second passkey beside one the site has excluded. */
export function refuseExcluded(passkeys: Passkey[], excluded: Descriptor[] = []): void {
  if (passkeys.some((passkey) => isListed(passkey, excluded)))
    throw new DOMException('this authenticator already holds a passkey for the account', 'InvalidStateError')
}

function isListed({ credentialId }: Passkey, list: Descriptor[]): boolean {
  const id = credentialId.toString('base64url')
  return list.some((descriptor) => descriptor.id === id)
}
