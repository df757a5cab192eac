import type { Translated } from '#server/words/catalogue.ts'
import type { noticeLetters as english } from '#server/words/en/notice-letters.ts'

export const noticeLetters: Translated<typeof english> = {
  test: 'Der Betreiber von {product} hat mit dieser E-Mail geprüft, ob Nachrichten ankommen. Sie ist angekommen, Sie müssen nichts tun.',
  intro: 'In Ihrem Konto bei {product} ist in kurzer Zeit viel geschehen, deshalb steht alles in einer E-Mail.',
  times: '{count, plural, one {#-mal} other {#-mal}}, {first}',
  timesUntil: '{count, plural, one {#-mal} other {#-mal}}, {first} bis {last}',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an und melden Sie sich überall sonst ab. Entfernen Sie dann Passkeys, die Sie nicht kennen, und erstellen Sie neue Backup-Codes.',
}
