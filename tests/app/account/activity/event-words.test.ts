import { expect, test } from 'vitest'
import { eventWords } from '#app/account/activity/event-words.ts'
import type { ShownEvent } from '#app/_web/activity.ts'
import { wordsIn } from '#server/words/translate.ts'

const sentence = (language: 'en' | 'de', kind: string, details: ShownEvent['details'] = {}) =>
  eventWords({ kind: kind as ShownEvent['kind'], details }, wordsIn(language, 'activity')).sentence

test('a sign-in is named by what it was done with', () => {
  expect(sentence('en', 'signed_in', { passkey: 'iCloud' })).toBe('Signed in with “iCloud”')
  expect(sentence('de', 'signed_in', { passkey: 'iCloud' })).toBe('Angemeldet mit „iCloud“')
  expect(sentence('de', 'signed_in')).toBe('Angemeldet mit einem Passkey')
  expect(sentence('de', 'signed_in', { way: 'password', code: 'totp' })).toBe(
    'Angemeldet mit dem Passwort und der Authenticator-App',
  )
  expect(sentence('de', 'sign_in_failed', { way: 'mailbox_code', code: 'backup_code' })).toBe(
    'Eine Anmeldung mit einem Code aus dem Postfach und einem Backup-Code wurde abgelehnt',
  )
  expect(sentence('de', 'confirmed', { code: 'totp' })).toBe(
    'Sie haben mit der Authenticator-App bestätigt, dass Sie es sind',
  )
})

test('a passkey without a name leaves no gap', () => {
  expect(sentence('en', 'account_created', { passkey: 'iCloud' })).toBe('Account created, with the passkey “iCloud”')
  expect(sentence('en', 'account_created')).toBe('Account created')
  expect(sentence('de', 'passkey_removed')).toBe('Passkey entfernt')
  expect(sentence('de', 'passkey_counter_regressed')).toBe(
    'Der Zähler eines Passkeys ist rückwärts gelaufen: Vielleicht hat ihn jemand kopiert',
  )
})

test('numbers are said as people say them', () => {
  expect(sentence('en', 'sessions_ended', { sessions: 1 })).toBe('One other session was ended')
  expect(sentence('de', 'sessions_ended', { sessions: 3 })).toBe('3 andere Sitzungen wurden beendet')
  expect(sentence('de', 'sessions_ended', { by: 'operator' })).toBe(
    'Der Betreiber dieser Seite hat Ihre Sitzungen beendet',
  )
  expect(sentence('de', 'backup_code_used', { remaining: 0 })).toBe(
    'Ein Backup-Code wurde benutzt; keiner ist mehr übrig',
  )
})

test('what happened but is not known here is said so', () => {
  expect(sentence('en', 'toString')).toBe('An event that this page doesn’t know yet')
})
