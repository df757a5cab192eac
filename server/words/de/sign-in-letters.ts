import type { Translated } from '#server/words/catalogue.ts'
import type { signInLetters as english } from '#server/words/en/sign-in-letters.ts'

export const signInLetters: Translated<typeof english> = {
  newBrowser: {
    sign_up:
      'Jemand hat sich in Ihrem Konto bei {product} mit einem beim Anlegen erstellten Passkey angemeldet. Ihr Konto wurde mit diesem Browser noch nicht benutzt.',
    passkey:
      'Jemand hat sich in Ihrem Konto bei {product} mit einem Passkey angemeldet. Ihr Konto wurde mit diesem Browser noch nicht benutzt.',
    password:
      'Jemand hat sich in Ihrem Konto bei {product} mit dem Passwort und einem zweiten Schritt angemeldet. Ihr Konto wurde mit diesem Browser noch nicht benutzt.',
    mailbox_code:
      'Jemand hat sich in Ihrem Konto bei {product} mit einem Code aus Ihrem Postfach und einem zweiten Schritt angemeldet. Ihr Konto wurde mit diesem Browser noch nicht benutzt.',
    recovery:
      'Jemand hat sich in Ihrem Konto bei {product} über eine Wiederherstellung angemeldet. Ihr Konto wurde mit diesem Browser noch nicht benutzt.',
  },
  newBrowserNotYou:
    'Beenden Sie diese Sitzung, entfernen Sie Passkeys, die Sie nicht kennen, und erstellen Sie neue Backup-Codes.',
  borrowed:
    'Jemand hat sich in Ihrem Konto bei {product} ohne Passkey angemeldet. Benutzt wurden ein Code aus Ihrem Postfach und ein Code aus Ihrer Authenticator-App oder ein Backup-Code.',
  borrowedHint:
    'Diese Sitzung ist kurz und endet von selbst. Wenn es Ihr eigenes Gerät ist, erstellen Sie dort einen Passkey. Das ist schneller und sicherer.',
  borrowedNotYou:
    'Jemand kann Ihre E-Mails lesen und hat Ihre anderen Codes. Beenden Sie diese Sitzung, erstellen Sie neue Backup-Codes, richten Sie Ihre Authenticator-App neu ein und ändern Sie das Passwort Ihres Postfachs.',
  guessed: {
    password:
      'Jemand hat das richtige Passwort für Ihr Konto bei {product} eingegeben, ist aber mehrmals am zweiten Schritt gescheitert. Niemand kam hinein.',
    mailbox_code:
      'Jemand hat den richtigen Code aus Ihrem Postfach für Ihr Konto bei {product} eingegeben, ist aber mehrmals am zweiten Schritt gescheitert. Niemand kam hinein.',
  },
  guessedHint:
    'Wenn Sie das waren, ist alles in Ordnung. Warten Sie 15 Minuten und versuchen Sie es noch einmal, oder nehmen Sie Ihren Passkey.',
  guessedNotYou: {
    password:
      'Jemand kennt Ihr Passwort. Melden Sie sich mit Ihrem Passkey an und ändern oder entfernen Sie es, hier und überall, wo Sie es sonst benutzen.',
    mailbox_code:
      'Jemand kann Ihre E-Mails lesen. Ändern Sie das Passwort Ihres Postfachs und schalten Sie dort die Zwei-Faktor-Anmeldung ein.',
  },
  inSession:
    'Jemand ist in Ihrem Konto bei {product} angemeldet und hat fünf falsche Codes eingegeben, als wir um eine Bestätigung baten. Geändert wurde dadurch nichts. Nach zehn falschen Codes beenden wir diese Sitzung.',
  inSessionHint:
    'Wenn Sie das waren, prüfen Sie die Uhrzeit Ihres Telefons oder bestätigen Sie mit Ihrem Passkey. Nach einer richtigen Bestätigung zählen wir wieder von vorn.',
  inSessionNotYou:
    'Jemand benutzt eine Ihrer Sitzungen, auf einem gemeinsam genutzten Rechner oder mit einem gestohlenen Cookie. Melden Sie sich mit Ihrem Passkey an und beenden Sie jede Sitzung, die Sie nicht kennen.',
  ended:
    'Jemand war in Ihrem Konto bei {product} angemeldet und hat zehn falsche Codes eingegeben, als wir um eine Bestätigung baten. Wir haben diese Sitzung beendet. Ihre Passkeys, Codes, Adressen und Ihr Passwort wurden dadurch nicht geändert.',
  endedHint:
    'Wenn Sie das waren, melden Sie sich neu an. Ihre anderen Sitzungen und Ihre Wege zur Anmeldung gelten wie zuvor.',
  endedNotYou:
    'Jemand hat eine Ihrer Sitzungen benutzt, auf einem gemeinsam genutzten Rechner oder mit einem gestohlenen Cookie. Melden Sie sich mit Ihrem Passkey an, beenden Sie jede Sitzung, die Sie nicht kennen, und sehen Sie in Ihrer Aktivität nach, was geschehen ist.',
  see: 'Ihre Sitzungen ansehen',
}
