import type { Translated } from '#server/words/catalogue.ts'
import type { sessions as english } from '#server/words/en/sessions.ts'

export const sessions: Translated<typeof english> = {
  title: 'Geräte und Sitzungen',
  about:
    'Hier sind Sie überall angemeldet. Eine Sitzung, die Sie beenden, endet beim nächsten Klick, egal wer sie benutzt.',
  list: 'Ihre Sitzungen',
  nowhereElse: 'Sie sind sonst nirgends angemeldet.',
  thisDevice: 'Dieses Gerät',
  way: {
    sign_up: 'Angemeldet beim Anlegen des Kontos',
    passkey: 'Angemeldet mit „{passkey}“',
    removedPasskey: 'Angemeldet mit einem Passkey, der inzwischen entfernt wurde',
    password: 'Angemeldet mit Ihrem Passwort und einem zweiten Schritt',
    mailbox_code: 'Angemeldet mit einem Code aus Ihrem Postfach und einem zweiten Schritt',
    recovery: 'Angemeldet durch eine Wiederherstellung',
  },
  inUse: 'Begonnen <began></began> · jetzt aktiv · von {ip}',
  lastSeen: 'Begonnen <began></began> · zuletzt aktiv <seen></seen> · von {ip}',
  ends: 'Endet von selbst spätestens <time></time>',
  notMe: 'Das war ich nicht',
  end: {
    done: '{device} ist abgemeldet.',
    button: 'Beenden',
    label: 'Sitzung beenden: {device}',
    title: 'Sitzung beenden?',
    about:
      '{device} wird beim nächsten Klick abgemeldet. Der Passkey gilt weiter. Um jemanden auszusperren, entfernen Sie auch den Passkey.',
    keep: 'Nicht beenden',
    confirm: 'Sitzung beenden',
  },
  endOthers: {
    done: 'Sie sind überall sonst abgemeldet.',
    button: 'Überall sonst abmelden',
    title: 'Überall sonst abmelden?',
    about:
      '{count, plural, one {Die andere Sitzung endet beim nächsten Klick. Hier bleiben Sie angemeldet.} other {Die # anderen Sitzungen enden beim nächsten Klick. Hier bleiben Sie angemeldet.}}',
    keep: 'Nicht abmelden',
    confirm: 'Die anderen abmelden',
  },
}
