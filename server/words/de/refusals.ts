import type { Translated } from '#server/words/catalogue.ts'
import type { refusals as english } from '#server/words/en/refusals.ts'

export const refusals: Translated<typeof english> = {
  invalid_input: 'In dem, was gesendet wurde, fehlt etwas oder stimmt etwas nicht.',
  wrong_origin: 'Das kam nicht von unseren eigenen Seiten.',
  wrong_host: 'Dieser Server antwortet unter einer anderen Adresse.',
  not_signed_in: 'Sie sind nicht angemeldet.',
  sign_in_failed:
    'Damit konnten wir Sie nicht anmelden. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.',
  unknown_passkey: 'Dieser Passkey ist hier nicht bekannt. Vielleicht wurde er aus dem Konto entfernt.',
  code_wrong: 'Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal.',
  ceremony_over: 'Dieser Schritt ist abgelaufen oder wurde schon benutzt. Beginnen Sie ihn neu.',
  confirmation_required: 'Bestätigen Sie zuerst, dass Sie es sind.',
  confirmation_failed: 'Damit ist nicht bestätigt, dass Sie es sind. Versuchen Sie es noch einmal.',
  forbidden: 'Das ist nicht erlaubt.',
  not_found: 'Hier ist nichts.',
  method_not_allowed: 'Das geht hier nicht.',
  email_taken: 'Diese Adresse gehört schon zu einem Konto. Melden Sie sich stattdessen an.',
  passkey_taken: 'Dieser Passkey ist schon registriert.',
  passkey_refused:
    'Dieser Passkey konnte nicht angenommen werden. Versuchen Sie es noch einmal oder nehmen Sie ein anderes Gerät.',
  too_many_passkeys: 'Sie haben so viele Passkeys, wie ein Konto haben kann. Entfernen Sie zuerst einen.',
  last_way_in: 'Das ist Ihr letzter Zugang. Richten Sie einen anderen ein, bevor Sie ihn entfernen.',
  recovery_not_ready: 'Die Wartezeit ist noch nicht vorbei.',
  on_hold: 'Das ist vorerst gesperrt, um das Konto zu schützen.',
  password_too_weak: 'Dieses Passwort ist zu leicht zu erraten.',
  too_many_attempts: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  too_large: 'Das ist zu groß.',
  unsupported_type: 'Senden Sie JSON, mit dem Inhaltstyp application/json.',
  unavailable: 'Im Moment kann nichts gespeichert werden. Versuchen Sie es in einer Weile noch einmal.',
  fault: 'Da ist etwas schiefgegangen.',
}
