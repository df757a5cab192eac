import { type Config, readConfig } from '#server/config/config.ts'
import { deriveKeys, type Keys } from '#server/crypto/keys.ts'
import type { Language } from '#server/words/language.ts'
import type { Letter, LetterName, Letters, Scene } from '#server/mail/letter-types.ts'

export const OLD_SECRET = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'
export const NEW_SECRET = 'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE'

export const desk: { config: Config; keys: Keys } = {
  config: readConfig({
    ORIGIN: 'https://id.example.com',
    RP_NAME: 'Latchkey',
    SECRET: NEW_SECRET,
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'id@example.com',
  }),
  keys: deriveKeys([NEW_SECRET]),
}

const at = Date.UTC(2026, 10, 21, 8, 42, 7)
const HOUR = 3_600_000
export const scene: Scene = {
  at,
  ip: '203.0.113.77',
  userAgent:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
}

/** Params for every letter. */
const SAMPLES: Letters = {
  'sign-up-code': scene,
  'recovery-code': scene,
  'email-code': scene,
  'rehearsal-code': scene,
  'removal-code': scene,
  'already-have-account': scene,
  'address-not-allowed': scene,
  'sign-up-waiting': scene,
  'sign-up-approved': { at, ip: '', userAgent: '' },
  'sign-up-declined': { at, ip: '', userAgent: '' },
  invitation: { ...scene, invitationId: 'invitation-1', expiresAt: at + 168 * HOUR, by: 'admin', admin: 'Ada' },
  'account-deletion-started': { ...scene, deleteAt: at + 168 * HOUR },
  'account-deletion-undone': scene,
  'account-deleted': { at, ip: '', userAgent: '' },
  'data-exported': scene,
  'letters-chosen': { ...scene, quiet: ['data-exported', 'totp-revived'] },
  'passkey-added': { ...scene, name: 'My laptop' },
  'passkey-removed': { ...scene, name: 'My laptop', until: at + 168 * HOUR },
  'passkey-counter-regressed': { ...scene, name: 'My laptop' },
  'new-browser': { ...scene, way: 'password' },
  'borrowed-sign-in': scene,
  'wrong-codes-in-session': scene,
  'session-ended-by-codes': scene,
  'suspicious-sign-in': { ...scene, way: 'mailbox_code' },
  'recovery-started': {
    ...scene,
    recoveryId: 'recovery-1',
    address: 'ada@example.com',
    emailId: 'email-1',
    readyAt: at + 24 * HOUR,
  },
  'recovery-reminder': {
    ...scene,
    recoveryId: 'recovery-1',
    address: 'ada@example.com',
    emailId: 'email-1',
    readyAt: at + 24 * HOUR,
  },
  'recovery-ready': {
    ...scene,
    recoveryId: 'recovery-1',
    address: 'ada@example.com',
    emailId: 'email-1',
    closesAt: at + 96 * HOUR,
  },
  'recovery-cancelled': scene,
  'recovery-completed': { ...scene, until: at + 7 * 24 * HOUR },
  'account-taken-back': scene,
  'totp-on': scene,
  'totp-off': { ...scene, until: at + 168 * HOUR },
  'totp-suspended': scene,
  'totp-revived': scene,
  'backup-codes-made': scene,
  'backup-code-used': { ...scene, remaining: 9 },
  'password-set': scene,
  'password-removed': { ...scene, until: at + 168 * HOUR },
  'way-in-brought-back': { ...scene, wayIn: 'passkey', name: 'My laptop' },
  'way-in-removed-for-good': { ...scene, wayIn: 'backup_codes', until: at + 168 * HOUR },
  'email-added': { ...scene, address: 'new@example.org' },
  'email-removed': { ...scene, address: 'old@example.org', until: at + 168 * HOUR },
  'email-promoted': { ...scene, address: 'new@example.org' },
  'email-restored': { ...scene, address: 'old@example.org' },
  administered: { ...scene, act: 'role_granted', by: 'admin', admin: 'Ada', role: 'helper', until: 1_800_000_000_000 },
  'access-changed': {
    ...scene,
    change: 'given',
    by: 'admin',
    admin: 'Ada',
    access: { what: 'role', name: 'Approver', app: 'billing' },
  },
  'access-rule-changed': { ...scene, by: 'admin', admin: 'Ada', rule: 'policy', name: 'approve-small', app: 'billing' },
  'roles-changed': { ...scene, change: 'granted', address: 'bob@example.com', role: 'admin' },
  'sign-up-changed': { ...scene, by: 'admin', admin: 'Ada', mode: 'domain', domains: ['example.com', 'example.org'] },
  'people-waiting': { at, ip: '', userAgent: '' },
  'test-letter': scene,
  'several-notices': {
    ...scene,
    notices: [
      { letter: 'passkey-added', at },
      { letter: 'backup-code-used', at },
      { letter: 'backup-code-used', at: at + 2 * HOUR },
    ],
  },
}

/** These go to an address, whether it has an account or not; the last one outlives the name. */
const WITHOUT_NAME = new Set<LetterName>([
  'sign-up-code',
  'recovery-code',
  'email-code',
  'rehearsal-code',
  'removal-code',
  'already-have-account',
  'address-not-allowed',
  'sign-up-waiting',
  'sign-up-approved',
  'sign-up-declined',
  'invitation',
  'account-deleted',
  'test-letter',
])

// Object.keys forgets the names; SAMPLES has every one of them.
export const NAMES = Object.keys(SAMPLES) as LetterName[]

/** A letter of the outbox, with other params where a test needs them. */
export function sample<Name extends LetterName>(
  letter: Name,
  params: Letters[Name] = { ...SAMPLES[letter], ...(!WITHOUT_NAME.has(letter) && { person: 'Ada King' }) },
  language: Language = 'en',
): Letter {
  // The compiler cannot see that a name and its params belong together.
  return { id: `letter-of-${letter}`, to: 'ada@example.org', language, letter, params } as Letter
}
