import { type KeyObject, generateKeyPairSync, sign as signWith } from 'node:crypto'

/** COSE algorithm numbers: ES256, EdDSA, ES384, ES512, ML-DSA-44, RS256 and RS1. */
export type Algorithm = -7 | -8 | -35 | -36 | -48 | -257 | -65535
export type KeyPair = { privateKey: KeyObject; publicKey: KeyObject }

/** The algorithms this authenticator can sign with, those a server should turn down among them. */
export const ALGORITHMS: Record<Algorithm, { generate: () => KeyPair; hash: string | null }> = {
  [-7]: { generate: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), hash: 'sha256' },
  [-8]: { generate: () => generateKeyPairSync('ed25519'), hash: null },
  [-35]: { generate: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }), hash: 'sha384' },
  [-36]: { generate: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }), hash: 'sha512' },
  [-48]: { generate: () => generateKeyPairSync('ml-dsa-44'), hash: null },
  [-257]: { generate: () => generateRsaKeyPair(2048), hash: 'sha256' },
  [-65535]: { generate: () => generateRsaKeyPair(2048), hash: 'sha1' },
}

/** Makes an RSA key pair of any size the runtime allows, down to a laughable 512 bits. */
export function generateRsaKeyPair(modulusLength: number): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength })
}

/** Signs the way WebAuthn expects of the algorithm: DER for ECDSA, PKCS#1 v1.5 for RSA. */
export function sign(algorithm: Algorithm, privateKey: KeyObject, data: Buffer): Buffer {
  return signWith(ALGORITHMS[algorithm].hash, data, privateKey)
}

/** Tells whether this authenticator can sign with the algorithm. */
export function isAlgorithm(id: number): id is Algorithm {
  return id in ALGORITHMS
}
