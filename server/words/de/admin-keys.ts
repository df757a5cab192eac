import type { Translated } from '#server/words/catalogue.ts'
import type { adminKeys as english } from '#server/words/en/admin-keys.ts'

export const adminKeys: Translated<typeof english> = {
  title: 'Schlüssel',
  aboutAll: 'Womit Programme fragen, und womit der Server verschlüsselt.',
  secrets: 'Geheimnisse des Servers',
  about:
    'Die Geheimnisse der Einstellung SECRET, unter dem Namen eines ihrer Schlüssel, und was noch von jedem abhängt. Aus dem Namen lässt sich ein Geheimnis nicht herausfinden.',
  counted:
    'Alle zehn Minuten gezählt. Apps, Passwörter und Backup-Codes wechseln zum neuesten Geheimnis, wenn sie das nächste Mal benutzt werden. Passkeys hängen von keinem ab.',
  list: 'Geheimnisse, das neueste zuerst',
  newest: 'Neuestes',
  apps: '{count, plural, one {# Authenticator-App} other {# Authenticator-Apps}}',
  passwords: '{count, plural, one {# Passwort} other {# Passwörter}}',
  backupCodes: '{count, plural, one {# Backup-Code} other {# Backup-Codes}}',
  kept: '{count, plural, one {# Zugang, der zurückgeholt werden kann} other {# Zugänge, die zurückgeholt werden können}}',
  nothing: 'Nichts hängt davon ab.',
  unknown: {
    title: 'Etwas lässt sich nicht benutzen',
    what: 'Es hängt von einem Geheimnis ab, das nicht in SECRET steht: {rows}. Tragen Sie das ältere Geheimnis wieder ein, hinter dem neuesten.',
  },
  change:
    'Geheimnisse werden in der Umgebung des Servers geändert. <code>npx latchkey keys list</code> zeigt dasselbe.',
}
