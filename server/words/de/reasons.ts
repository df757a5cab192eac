import type { Translated } from '#server/words/catalogue.ts'
import type { reasons as english } from '#server/words/en/reasons.ts'

export const reasons: Translated<typeof english> = {
  addressMalformed: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
  addressYours: 'Diese Adresse gehört schon zu Ihrem Konto.',
  addressesFull: 'Ein Konto kann {most, number} Adressen haben.',
  addressPrimary: 'Das ist Ihre Hauptadresse. Machen Sie zuerst eine andere zur Hauptadresse.',
  addressesTooNew:
    'Ihre anderen Adressen sind noch zu neu, um das Konto wiederherzustellen. Behalten Sie diese, bis eine von ihnen das kann.',
  recoveredLately:
    'Dieses Konto wurde vor Kurzem wiederhergestellt. Das geht erst wieder in {hours, plural, one {# Stunde} other {# Stunden}}.',
  recoveryUnderWay: 'Für dieses Konto läuft gerade eine Wiederherstellung. Brechen Sie sie zuerst ab.',
  appCodeWrong: 'Dieser Code stimmt nicht. Warten Sie auf den nächsten in der App und versuchen Sie es noch einmal.',
  codeShape: 'Das ist weder ein sechsstelliger Code noch ein Backup-Code.',
  codeWrongOrUsed: 'Dieser Code stimmt nicht oder wurde schon benutzt.',
  codeTooEarly: 'Die Wartezeit ist vorbei. Fordern Sie einen neuen Code an, um weiterzumachen.',
  passwordNeedsApp: 'Ein Passwort braucht eine Authenticator-App daneben. Richten Sie zuerst diese ein.',
  passwordTooShort: 'Nehmen Sie mindestens {least, number} Zeichen. Ein paar Wörter hintereinander merken sich leicht.',
  passwordTooLong: 'Nehmen Sie höchstens {most, number} Zeichen.',
  passwordListed:
    'Das ist eines der Passwörter, die zuerst ausprobiert werden: ein häufiges Wort oder ein gestohlenes Passwort, mit wenig Eigenem darum herum.',
  passwordTwoListed:
    'Das sind zwei Passwörter von Listen häufiger und gestohlener, aneinandergehängt. Nehmen Sie etwas Eigenes.',
  passwordRepeats: 'Das ist ein kurzes Stück immer wieder. Nehmen Sie lieber ein paar Wörter hintereinander.',
  passwordOwnWords: 'Das besteht aus Wörtern, die zu Ihnen oder zu dieser Seite gehören. Nehmen Sie andere.',
}
