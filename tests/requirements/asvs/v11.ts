import type { Section } from '#tests/requirements/item.ts'

export const v11: Section = {
  title: 'V11 Cryptography',
  items: [
    {
      id: 'V11.1.1',
      level: 2,
      says: 'The life cycle of keys is documented: creation, storage, rotation and removal.',
      written: 'docs/security.md#keys',
    },
    {
      id: 'V11.1.2',
      level: 2,
      says: 'Every key and algorithm is documented with its use.',
      written: 'docs/security.md#cryptography',
    },
    { id: 'V11.1.3', level: 3, says: 'A search finds all uses of cryptography.' },
    {
      id: 'V11.1.4',
      level: 3,
      says: 'There is a plan for migrating to new algorithms.',
      written: 'docs/security.md#what-comes-after',
    },
    { id: 'V11.2.1', level: 2, says: 'Only proven implementations are used.', under: ['V11.1.3'] },
    { id: 'V11.2.2', level: 2, says: 'Keys and costs can be changed without downtime.' },
    {
      id: 'V11.2.3',
      level: 2,
      says: 'Every primitive has at least 128 bits of security.',
      under: ['V11.1.3', 'R20', 'R+', 'N10'],
      otherwise:
        'Everything this server makes has. Passkeys of RSA with 2048 bits (about 112) are accepted: Windows Hello makes them in its TPM, and refusing them would leave those people with a password.',
    },
    {
      id: 'V11.2.4',
      level: 3,
      says: 'Comparisons take constant time.',
      notMet:
        'Secrets are compared with `timingSafeEqual`, by argon2 or as hashes, but constant time is not measured. No plan beyond the measurements of E2.',
    },
    { id: 'V11.2.5', level: 3, says: 'Failed cryptographic operations are refused and reveal nothing.' },
    {
      id: 'V11.3.1',
      level: 1,
      says: 'Neither ECB nor weak padding is used.',
      under: ['V11.1.3'],
      note: 'RS256 only verifies passkeys and encrypts nothing.',
    },
    { id: 'V11.3.2', level: 1, says: 'Only approved ciphers and modes are used.', under: ['V11.1.3'] },
    { id: 'V11.3.3', level: 2, says: 'Encrypted data is authenticated.', under: ['W18', 'T3', 'S5'] },
    {
      id: 'V11.3.4',
      level: 3,
      says: 'Nonces are used once.',
      under: ['T3'],
      note: 'The linked tests are about the secrets of apps; `crypto/jwe.test.ts` and `callers/iron.test.ts` check ceremonies and cookies.',
    },
    {
      id: 'V11.3.5',
      level: 3,
      says: 'Encryption comes before the authentication code.',
      notMet:
        'The cookie’s library does so (AES-256-CBC, then HMAC-SHA-256); no test here shows it. Everything else is AES-256-GCM.',
    },
    {
      id: 'V11.4.1',
      level: 1,
      says: 'Only approved hash functions are used.',
      under: ['V11.1.3'],
      note: 'SHA-1 is used only in the codes of apps, which support no other.',
    },
    { id: 'V11.4.2', level: 2, says: 'Passwords are hashed as OWASP advises.', under: ['B2', 'N10'] },
    { id: 'V11.4.3', level: 2, says: 'Hashes for integrity have 256 bits.', under: ['V11.1.3'] },
    {
      id: 'V11.4.4',
      level: 2,
      says: 'Keys made from passwords are stretched.',
      notApplicable: 'No key is derived from a password; the secret must have 32 random bytes (S12).',
    },
    {
      id: 'V11.5.1',
      level: 2,
      says: 'Values that must not be guessed have 128 random bits.',
      under: ['S1', 'W3', 'V11.1.3'],
      note: 'Codes by mail and of apps are protected by limits instead (V6.6.3, T11).',
    },
    {
      id: 'V11.5.2',
      level: 3,
      says: 'The random source works under load.',
      notMet: 'It belongs to the operating system and was not tested under load. No plan.',
    },
    {
      id: 'V11.6.1',
      level: 2,
      says: 'Only approved algorithms for keys and signatures are used, and no weak keys.',
      under: ['R20', 'R+', 'A21'],
    },
    {
      id: 'V11.6.2',
      level: 3,
      says: 'Only approved key exchange is used.',
      notApplicable: 'Only TLS exchanges keys: at the operator’s proxy, and from Node to the mail provider.',
    },
    { id: 'V11.7.1', level: 3, says: 'Memory is encrypted.', notMet: 'The machine belongs to the operator. No plan.' },
    {
      id: 'V11.7.2',
      level: 3,
      says: 'Data is encrypted again right after use.',
      notMet: 'Names and addresses are not encrypted in the database. No plan.',
    },
  ],
}
