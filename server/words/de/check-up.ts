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
  youngSpare:
    'Ihre andere Adresse bekommt schon unsere E-Mails. Wieder hineinhelfen kann sie, wenn sie zehn Tage beim Konto ist.',
  noPasskey:
    'Wenn Sie dann auch Ihr Passwort verlieren, kommen Sie nicht mehr ins Konto. Ein Passkey oder eine zweite Adresse verhindert das.',
  waitOther:
    'Wenn Sie Ihr Postfach verlieren, kommen Sie nur noch mit Ihrer anderen Adresse zurück ins Konto, nach einer Wartezeit von mindestens 24 Stunden.',
  lost: 'Wenn Sie Ihr Postfach verlieren, kommen Sie nicht mehr ins Konto, denn Sie haben keinen Passkey, auf den Sie sich verlassen können.',
  noSpare:
    'Wenn Sie dann auch Ihre Passkeys verlieren, kommen Sie nicht mehr ins Konto. Eine zweite Adresse verhindert das.',
  next: {
    backup_codes:
      'Erstellen Sie Backup-Codes und bewahren Sie sie auf Papier auf. Sie gelten auch dann, wenn Sie alle Geräte verloren haben.',
    few: '{count, plural, one {Nur noch ein Backup-Code ist} other {Nur noch # Backup-Codes sind}} übrig. Erstellen Sie neue.',
    copied: 'Vielleicht hat jemand Ihren Passkey „{name}“ kopiert. Entfernen Sie ihn und verwenden Sie einen anderen.',
    onlyCopied:
      'Vielleicht hat jemand „{name}“ kopiert, Ihren einzigen Passkey. Fügen Sie zuerst einen anderen hinzu und entfernen Sie dann diesen.',
    firstPasskey:
      'Fügen Sie einen Passkey hinzu. Ohne ihn ist jeder, der Ihre E-Mails liest, näher an Ihrem Konto als Sie.',
    passkey:
      'Fügen Sie auf einem zweiten Gerät einen Passkey hinzu. Dann ändert sich nichts, wenn Sie ein Gerät verlieren.',
    email: 'Fügen Sie eine zweite E-Mail-Adresse hinzu. Dann ändert sich nichts, wenn Sie ein Postfach verlieren.',
    suspended:
      'Ihre Authenticator-App ist nach zu vielen falschen Codes gesperrt. Melden Sie sich einmal mit einem Passkey an, dann gilt sie wieder.',
    totp: 'Richten Sie eine Authenticator-App ein, für einen Rechner, der Ihnen nicht gehört.',
  },
}
