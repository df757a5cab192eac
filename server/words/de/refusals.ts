import type { Translated } from '#server/words/catalogue.ts'
import type { refusals as english } from '#server/words/en/refusals.ts'

export const refusals: Translated<typeof english> = {
  invalid_input: 'In der Anfrage fehlen Werte, oder Werte sind ungültig.',
  wrong_origin: 'Diese Anfrage kam nicht von unseren eigenen Seiten.',
  wrong_host: 'Dieser Server hat eine andere Adresse.',
  not_signed_in: 'Sie sind nicht angemeldet.',
  sign_in_failed: 'Wir konnten Sie nicht anmelden. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.',
  unknown_passkey: 'Wir kennen diesen Passkey nicht. Vielleicht wurde er aus dem Konto entfernt.',
  code_wrong: 'Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal.',
  ceremony_over: 'Dieser Schritt ist abgelaufen oder wurde schon benutzt. Beginnen Sie ihn von vorn.',
  confirmation_required: 'Bestätigen Sie zuerst, dass Sie es sind.',
  touch_required: 'Bestätigen Sie das mit einem Zugang, der schon länger zum Konto gehört.',
  not_settled: 'Noch darf das keiner Ihrer Zugänge.',
  confirmation_failed: 'Wir konnten nicht bestätigen, dass Sie es sind. Versuchen Sie es noch einmal.',
  forbidden: 'Das ist nicht erlaubt.',
  not_found: 'Das haben wir nicht gefunden.',
  method_not_allowed: 'Das ist hier nicht möglich.',
  email_taken: 'Diese Adresse gehört schon zu einem Konto. Melden Sie sich stattdessen an.',
  passkey_taken: 'Dieser Passkey ist schon registriert.',
  passkey_refused:
    'Wir konnten diesen Passkey nicht annehmen. Versuchen Sie es noch einmal oder nehmen Sie ein anderes Gerät.',
  too_many_passkeys: 'Ihr Konto hat die Höchstzahl an Passkeys erreicht. Entfernen Sie zuerst einen.',
  last_way_in: 'Das ist Ihr letzter Weg, sich anzumelden. Richten Sie einen anderen ein, bevor Sie ihn entfernen.',
  recovery_not_ready: 'Die Wartezeit ist noch nicht vorbei.',
  on_hold: 'Das ist vorerst gesperrt, um das Konto zu schützen.',
  password_too_weak: 'Dieses Passwort ist zu leicht zu erraten.',
  too_many_attempts: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  too_large: 'Das ist zu groß.',
  unsupported_type: 'Senden Sie JSON, mit dem Inhaltstyp application/json.',
  unavailable: 'Wir können im Moment nichts speichern. Versuchen Sie es in einer Weile noch einmal.',
  fault: 'Da ist etwas schiefgegangen.',
}
