import type { Section } from '#tests/requirements/item.ts'

export const v11: Section = {
  title: 'V11 Cryptography',
  items: [
    {
      id: 'V11.1.1',
      level: 2,
      says: 'How keys are made, kept, changed and dropped is written down.',
      written: 'docs/security.md#keys',
    },
    {
      id: 'V11.1.2',
      level: 2,
      says: 'Every key and algorithm is written down, with what it is for.',
      written: 'docs/security.md#cryptography',
    },
    { id: 'V11.1.3', level: 3, says: 'All uses of cryptography are found by a search.' },
    {
      id: 'V11.1.4',
      level: 3,
      says: 'There is a plan for new algorithms.',
      written: 'docs/security.md#what-comes-after',
    },
    { id: 'V11.2.1', level: 2, says: 'Implementations are proven ones.', under: ['V11.1.3'] },
    { id: 'V11.2.2', level: 2, says: 'Keys and costs can be changed while it runs on.' },
    {
      id: 'V11.2.3',
      level: 2,
      says: 'Everything has 128 bits of security.',
      under: ['V11.1.3', 'R20', 'R+', 'N10'],
      otherwise:
        'Everything this server makes has. Of passkeys RSA with 2048 bits (about 112) is accepted: Windows Hello makes them in its TPM, and refusing them would leave those people a password.',
    },
    {
      id: 'V11.2.4',
      level: 3,
      says: 'Comparisons take constant time.',
      notMet:
        'Secrets are compared with `timingSafeEqual`, by argon2 or as hashes; that the time is constant is not measured. No plan beyond the measurements of E2.',
    },
    { id: 'V11.2.5', level: 3, says: 'Faults in it are refusals that tell nothing.' },
    {
      id: 'V11.3.1',
      level: 1,
      says: 'No ECB, no weak padding.',
      under: ['V11.1.3'],
      note: 'RS256 verifies passkeys; nothing is encrypted with it.',
    },
    { id: 'V11.3.2', level: 1, says: 'Approved ciphers and modes.', under: ['V11.1.3'] },
    { id: 'V11.3.3', level: 2, says: 'What is encrypted cannot be changed.', under: ['W18', 'T3', 'S5'] },
    {
      id: 'V11.3.4',
      level: 3,
      says: 'Nonces are used once.',
      under: ['T3'],
      note: 'The test is about the sealed secrets of apps; ceremonies and cookies get theirs from their libraries.',
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
      says: 'Approved hashes.',
      under: ['V11.1.3'],
      note: 'SHA-1 only inside the codes of apps, which know no other.',
    },
    { id: 'V11.4.2', level: 2, says: 'Passwords are hashed as OWASP advises.', under: ['B2', 'N10'] },
    { id: 'V11.4.3', level: 2, says: 'Hashes that vouch for something have 256 bits.', under: ['V11.1.3'] },
    {
      id: 'V11.4.4',
      level: 2,
      says: 'Keys made from passwords are stretched.',
      notApplicable: 'No key is made from a password; the secret has to be 32 random bytes (S12).',
    },
    {
      id: 'V11.5.1',
      level: 2,
      says: 'What must not be guessed has 128 random bits.',
      under: ['S1', 'W3', 'V11.1.3'],
      note: 'Codes by mail and of apps are guarded by limits instead (V6.6.3, T11).',
    },
    {
      id: 'V11.5.2',
      level: 3,
      says: 'The source holds under load.',
      notMet: 'It is the operating system’s; not tried under load here. No plan.',
    },
    {
      id: 'V11.6.1',
      level: 2,
      says: 'Approved algorithms for keys and signatures, and no weak keys.',
      under: ['R20', 'R+', 'A21'],
    },
    {
      id: 'V11.6.2',
      level: 3,
      says: 'Approved key exchange.',
      notApplicable: 'Keys are exchanged by TLS alone, at the operator’s proxy and by Node towards the mail provider.',
    },
    { id: 'V11.7.1', level: 3, says: 'Memory is encrypted.', notMet: 'It is the operator’s machine. No plan.' },
    {
      id: 'V11.7.2',
      level: 3,
      says: 'Data is encrypted again as soon as it was used.',
      notMet: 'Names and addresses are not encrypted in the database. No plan.',
    },
  ],
}
