import type { Translated } from '#server/words/catalogue.ts'
import type { signUpLetters as english } from '#server/words/en/sign-up-letters.ts'

export const signUpLetters: Translated<typeof english> = {
  notAllowed:
    'Jemand wollte mit dieser Adresse ein Konto bei {product} anlegen. Konten gibt es dort nur für Adressen bestimmter Organisationen, und diese gehört nicht dazu.',
  notAllowedHint:
    'Wenn Sie das waren, versuchen Sie es mit der Adresse Ihrer Organisation, oder fragen Sie die Betreiber der Seite.',
  ignore: 'Sie können diese E-Mail ignorieren. Es wurde kein Konto angelegt.',
  waiting:
    'Ihr Konto bei {product} ist angelegt und wartet auf die Freigabe durch die Verwaltung. Vorher können Sie sich nicht anmelden.',
  waitingHint: 'Wir schreiben Ihnen, sobald die Entscheidung gefallen ist. Bis dahin müssen Sie nichts tun.',
  approved: 'Ihr Konto bei {product} wurde freigegeben. Sie können sich jetzt anmelden.',
  approvedHint: 'Melden Sie sich mit dem Passkey an, den Sie beim Anlegen des Kontos erstellt haben.',
  declined:
    'Ihr Konto bei {product} wurde nicht freigegeben. Es wurde mit allem gelöscht, was wir über Sie gespeichert hatten.',
  declinedHint:
    'Auf Ihrem Gerät ist vielleicht noch ein Passkey für {product}. Er gilt nicht, und Sie können ihn dort löschen.',
  invited:
    '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} lädt Sie ein, dort mit dieser Adresse ein Konto anzulegen.',
  invitedHint:
    'Sie brauchen dafür ein Gerät, das einen Passkey erstellen kann: Die meisten Telefone und Rechner können es.',
  invitedIgnore: 'Wenn Sie das nicht möchten, können Sie diese E-Mail ignorieren. Ohne Sie wird kein Konto angelegt.',
  until: 'Gilt bis',
  accept: 'Konto anlegen',
  changed:
    '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat geändert, wer ein Konto anlegen darf.',
  modes: {
    open: 'Ab jetzt dürfen alle ein Konto anlegen.',
    invitation: 'Ab jetzt darf nur ein Konto anlegen, wer eine Einladung hat.',
    domain: 'Ab jetzt darf nur ein Konto anlegen, wer eine Adresse bestimmter Domains oder eine Einladung hat.',
    approval:
      'Ab jetzt dürfen alle ein Konto anlegen, und die Verwaltung muss jedes freigeben. Eine Einladung gilt als Freigabe.',
    closed: 'Ab jetzt darf niemand ein Konto anlegen, auch nicht mit einer Einladung.',
  },
  domains: 'Domains',
  people: 'Jemand hat ein Konto bei {product} angelegt und wartet auf die Freigabe.',
  peopleHint:
    'Vielleicht folgen weitere. Wir schreiben erst wieder, wenn niemand mehr wartet und dann jemand Neues kommt.',
  decide: 'Sehen, wer wartet',
}
