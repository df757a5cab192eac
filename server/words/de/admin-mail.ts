import type { Translated } from '#server/words/catalogue.ts'
import type { adminMail as english } from '#server/words/en/admin-mail.ts'

export const adminMail: Translated<typeof english> = {
  title: 'E-Mail',
  about: 'Wie E-Mails hinausgehen und welche noch nicht. Was in einer E-Mail steht, kann hier niemand lesen.',
  way: {
    title: 'Der Weg hinaus',
    smtp: 'Über den Mailserver {host}, Port {port}',
    resend: 'Über Resend ({host})',
    mailbox: 'E-Mails bleiben auf diesem Server: Es ist kein Mailserver eingestellt',
    from: 'Von {from}',
  },
  test: {
    button: 'Einen Test an mich senden',
    done: 'Ein Test ist unterwegs an {email}.',
  },
  waiting: {
    title: 'Wartend',
    none: 'Keine E-Mail wartet.',
    next: '{attempts, plural, =0 {Noch nicht versucht} one {Einmal versucht} other {#-mal versucht}} · erstellt <created></created> · nächster Versuch <due></due>',
  },
  givenUp: {
    title: 'In den letzten drei Tagen aufgegeben',
    when: '{attempts, plural, one {Einmal versucht} other {#-mal versucht}} · erstellt <created></created>',
  },
  to: 'An {to}',
  fault: 'Der Mailserver sagt: {fault}',
  retry: {
    button: 'Abgelehnte jetzt versuchen',
    title: 'Abgelehnte E-Mails jetzt versuchen?',
    means:
      'Abgelehnte E-Mails werden sofort versucht statt erst nach ihrer Wartezeit. Tun Sie das, sobald der Fehler behoben ist.',
    drop: 'Verwerfen lässt sich keine E-Mail: Menschen erfahren, was mit ihrem Konto geschieht.',
    confirm: 'Jetzt versuchen',
    done: '{count, plural, =0 {Keine abgelehnte E-Mail wartet.} one {# E-Mail wird jetzt versucht.} other {# E-Mails werden jetzt versucht.}}',
  },
}
