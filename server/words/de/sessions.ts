import type { Translated } from '#server/words/catalogue.ts'
import type { sessions as english } from '#server/words/en/sessions.ts'

export const sessions: Translated<typeof english> = {
  title: 'Geräte und Sitzungen',
  about:
    'Überall hier sind Sie angemeldet. Eine Sitzung, die Sie beenden, ist beim nächsten Klick vorbei, wer auch immer sie benutzt.',
  list: 'Ihre Sitzungen',
  nowhereElse: 'Sonst sind Sie nirgends angemeldet.',
  thisDevice: 'Dieses Gerät',
  way: {
    sign_up: 'Angemeldet beim Anlegen des Kontos',
    passkey: 'Angemeldet mit „{passkey}“',
    removedPasskey: 'Angemeldet mit einem Passkey, der inzwischen entfernt ist',
    password: 'Angemeldet mit Ihrem Passwort und einem zweiten Schritt',
    mailbox_code: 'Angemeldet mit einem Code aus Ihrem Postfach und einem zweiten Schritt',
    recovery: 'Angemeldet durch eine Wiederherstellung',
  },
  inUse: 'Begonnen <began></began> · jetzt aktiv · von {ip}',
  lastSeen: 'Begonnen <began></began> · zuletzt aktiv <seen></seen> · von {ip}',
  ends: 'Endet von selbst spätestens <time></time>',
  end: {
    done: '{device} ist abgemeldet.',
    button: 'Beenden',
    label: 'Sitzung beenden: {device}',
    title: 'Sitzung beenden?',
    about:
      '{device} ist beim nächsten Klick abgemeldet. Der Passkey gilt weiter: Um jemanden auszusperren, entfernen Sie auch ihn.',
    keep: 'Nicht beenden',
    confirm: 'Sitzung beenden',
  },
  endOthers: {
    done: 'Sie sind sonst nirgends mehr angemeldet.',
    button: 'Alle anderen Sitzungen beenden',
    title: 'Alle anderen Sitzungen beenden?',
    about:
      '{count, plural, one {Die andere Sitzung ist beim nächsten Klick beendet. Hier bleiben Sie angemeldet.} other {Die # anderen Sitzungen sind beim nächsten Klick beendet. Hier bleiben Sie angemeldet.}}',
    keep: 'Nicht beenden',
    confirm: 'Alle anderen beenden',
  },
}
