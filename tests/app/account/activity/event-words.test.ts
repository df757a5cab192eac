import { expect, test } from 'vitest'
import { eventWords } from '#app/account/activity/event-words.ts'
import type { ShownEvent } from '#app/_web/own.ts'
import { wordsIn } from '#server/words/translate.ts'

const sentence = (language: 'en' | 'de', kind: string, details: ShownEvent['details'] = {}) =>
  eventWords({ kind: kind as ShownEvent['kind'], details }, wordsIn(language, 'activity')).sentence

test('the entry of a sign-in names the factors it used', () => {
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

test('the entry of a passkey without a name has no gap in its sentence', () => {
  expect(sentence('en', 'account_created', { passkey: 'iCloud' })).toBe('Account created, with the passkey “iCloud”')
  expect(sentence('en', 'account_created')).toBe('Account created')
  expect(sentence('de', 'passkey_removed')).toBe('Passkey entfernt')
  expect(sentence('de', 'passkey_counter_regressed')).toBe(
    'Der Zähler eines Passkeys ist rückwärts gelaufen: Vielleicht hat ihn jemand kopiert',
  )
})

test('an event of an older version keeps its words', () => {
  expect(sentence('en', 'totp_disabled')).toBe('Authenticator app blocked after too many wrong codes')
  expect(sentence('de', 'totp_disabled')).toBe('Authenticator-App nach zu vielen falschen Codes gesperrt')
})

test('numbers are written as words where people do so', () => {
  expect(sentence('en', 'sessions_ended', { sessions: 1 })).toBe('One other session was ended')
  expect(sentence('de', 'sessions_ended', { sessions: 3 })).toBe('3 andere Sitzungen wurden beendet')
  expect(sentence('de', 'sessions_ended', { by: 'operator' })).toBe(
    'Der Betreiber dieser Seite hat Ihre Sitzungen beendet',
  )
  expect(sentence('en', 'sessions_ended', { by: 'limit', sessions: 1 })).toBe(
    'The session that was not used for the longest time was ended: there are a hundred at most',
  )
  expect(sentence('de', 'sessions_ended', { by: 'limit', sessions: 2 })).toBe(
    'Die 2 am längsten unbenutzten Sitzungen wurden beendet: Es gibt höchstens hundert',
  )
  expect(sentence('de', 'backup_code_used', { remaining: 0 })).toBe(
    'Ein Backup-Code wurde benutzt; keiner ist mehr übrig',
  )
})

test('an event of an unknown kind gets a general sentence', () => {
  expect(sentence('en', 'toString')).toBe('An event that this page doesn’t know yet')
})
