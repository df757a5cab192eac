import type { Translated } from '#server/words/catalogue.ts'
import type { reasons as english } from '#server/words/en/reasons.ts'

export const reasons: Translated<typeof english> = {
  addressMalformed: 'Das ist keine gültige E-Mail-Adresse.',
  addressYours: 'Diese Adresse gehört schon zu Ihrem Konto.',
  addressesFull: 'Ein Konto kann bis zu {most, number} Adressen haben.',
  addressPrimary: 'Das ist Ihre Hauptadresse. Machen Sie zuerst eine andere zur Hauptadresse.',
  notSettled:
    'Was neu zum Konto kommt, kann zehn Tage lang nichts wegnehmen, damit auch ein Dieb es nicht kann. Es {days, plural, one {bleibt noch ein Tag} other {bleiben noch # Tage}}.',
  addressNotSettled:
    'Diese Adresse gehört erst seit Kurzem zum Konto. Wiederherstellen oder bestätigen kann sie {days, plural, one {in einem Tag} other {in # Tagen}}.',
  addressRemoved:
    'Diese Adresse wurde aus dem Konto entfernt. Sie kann keine Wiederherstellung mehr beginnen. Ein Code von Ihnen kann Sie noch hineinlassen.',
  recoveredByAnother:
    'Eine andere Adresse hat das Konto gerade wiederhergestellt. Diese kann {days, plural, one {in einem Tag} other {in # Tagen}} eine Wiederherstellung beginnen, die Hauptadresse sofort.',
  passkeyOnly: 'Die Verwaltung öffnet sich nur nach einer Anmeldung mit Passkey. Melden Sie sich mit Ihrem Passkey an.',
  noPermission: 'Ihre Rolle erlaubt das nicht.',
  untilIsPast: 'Wählen Sie einen Zeitpunkt in der Zukunft.',
  ownerForGood: 'Diese Rolle hat kein Ende. Nehmen Sie sie weg, wenn es so weit ist.',
  twoWaysIn:
    'Eine Rolle braucht ein Konto mit einem Passkey und einem zweiten Weg hinein: noch ein Passkey, eine Authenticator-App oder Backup-Codes.',
  setupLinkOver: 'Dieser Link funktioniert nicht mehr. „npx latchkey setup“ auf dem Server gibt einen neuen aus.',
  tooMany: 'Davon gibt es schon {most, number}. Entfernen Sie zuerst eins.',
  roleUnknown: 'Eine eingeschlossene Rolle gibt es in dieser App nicht.',
  rolesTooDeep: 'Rollen können sich nicht im Kreis und höchstens {most, number} tief einschließen.',
  roleIncluded: 'Eine andere Rolle schließt diese ein. Ändern Sie zuerst jene.',
  domainNotAllowed: 'Konten gibt es hier nur für Adressen bestimmter Domains, und diese gehört nicht dazu.',
  domainMalformed: 'Eine dieser Angaben ist keine Domain. Schreiben Sie sie wie example.com.',
  domainsNeeded: 'Nennen Sie mindestens eine Domain.',
  invitationExpired: 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  invitationRevoked: 'Diese Einladung wurde zurückgezogen.',
  invitationUsed: 'Diese Einladung wurde schon benutzt.',
  invitedElsewhere: 'Diese Einladung gilt für eine andere Adresse.',
  searchTooShort: 'Geben Sie mindestens zwei Zeichen ein.',
  recoveryUnderWay: 'Für dieses Konto läuft gerade eine Wiederherstellung. Brechen Sie sie zuerst ab.',
  appCodeWrong: 'Dieser Code stimmt nicht. Warten Sie auf den nächsten in der App und versuchen Sie es noch einmal.',
  codeShape: 'Das ist weder ein sechsstelliger Code noch ein Backup-Code.',
  codeWrongOrUsed: 'Dieser Code stimmt nicht oder wurde schon benutzt.',
  codeTooEarly: 'Die Wartezeit ist vorbei. Lassen Sie sich einen neuen Code schicken, um weiterzumachen.',
  passwordNeedsApp: 'Für ein Passwort brauchen Sie eine Authenticator-App. Richten Sie zuerst die App ein.',
  passwordTooShort:
    'Nehmen Sie mindestens {least, number} Zeichen. Ein paar Wörter hintereinander sind leicht zu merken.',
  passwordTooLong: 'Nehmen Sie höchstens {most, number} Zeichen.',
  passwordListed:
    'Das steht auf der Liste gestohlener Passwörter, die Angreifer zuerst ausprobieren, oder ist eines davon mit wenig Eigenem.',
  passwordCommonWord:
    'Das ist ein häufiges Wort oder ein Name mit wenig Eigenem. Angreifer probieren so etwas früh aus.',
  passwordTwoListed: 'Das sind zwei häufige oder gestohlene Passwörter hintereinander. Nehmen Sie etwas Eigenes.',
  passwordRepeats: 'Das wiederholt ein kurzes Stück. Nehmen Sie lieber ein paar Wörter hintereinander.',
  passwordOwnWords: 'Das besteht aus Wörtern, die mit Ihnen oder dieser Seite zu tun haben. Nehmen Sie andere.',
}
