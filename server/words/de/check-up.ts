import type { Translated } from '#server/words/catalogue.ts'
import type { checkUp as english } from '#server/words/en/check-up.ts'

export const checkUp: Translated<typeof english> = {
  fine: 'Wenn Sie {what} verlieren, können Sie sich weiterhin anmelden: mit {ways}.',
  wait: 'Wenn Sie {what} verlieren, kommen Sie nur noch mit Ihrem Postfach zurück ins Konto, nach einer Wartezeit von mindestens 24 Stunden.',
  or: ', oder mit ',
  what: {
    device: 'dieses Gerät',
    phone: 'Ihr Telefon',
    phoneWithApp: 'das Telefon mit Ihrer Authenticator-App',
    mailbox: 'Ihr Postfach',
  },
  ways: {
    synced: 'Ihrem synchronisierten Passkey „{name}“ auf einem anderen Gerät',
    other: 'Ihrem anderen Passkey, wenn er nicht auf demselben Gerät ist',
    app: 'Ihrem Postfach und einem Code aus Ihrer Authenticator-App',
    codes: 'Ihrem Postfach und einem Backup-Code',
    passwordOrCodes: 'Ihrem Passwort oder Postfach und einem Backup-Code',
    passkeys: '{count, plural, one {Ihrem Passkey} other {Ihren Passkeys}}',
    password: 'Ihrem Passwort und einem Code',
  },
  spare: 'Ihre andere Adresse bekommt weiterhin unsere E-Mails und kann Ihnen wieder hineinhelfen.',
  noSpare:
    'Wenn Sie dann auch Ihre Passkeys verlieren, kommen Sie nicht mehr ins Konto. Eine zweite Adresse verhindert das.',
  next: {
    backup_codes:
      'Erstellen Sie Backup-Codes und bewahren Sie sie auf Papier auf. Sie gelten auch dann, wenn Sie alle Geräte verloren haben.',
    few: '{count, plural, one {Nur noch ein Backup-Code ist} other {Nur noch # Backup-Codes sind}} übrig. Erstellen Sie neue.',
    passkey:
      'Fügen Sie auf einem zweiten Gerät einen Passkey hinzu. Dann ändert sich nichts, wenn Sie ein Gerät verlieren.',
    email: 'Fügen Sie eine zweite E-Mail-Adresse hinzu. Dann ändert sich nichts, wenn Sie ein Postfach verlieren.',
    suspended:
      'Ihre Authenticator-App ist nach zu vielen falschen Codes gesperrt. Melden Sie sich einmal mit einem Passkey an, dann gilt sie wieder.',
    totp: 'Richten Sie eine Authenticator-App ein, für einen Rechner, der Ihnen nicht gehört.',
  },
}
