import type { Translated } from '#server/words/catalogue.ts'
import type { links as english } from '#server/words/en/links.ts'

export const links: Translated<typeof english> = {
  openAgain: 'Öffnen Sie den Link aus der E-Mail noch einmal',
  signIn: 'Anmelden',
  signInCheck: 'Anmelden und prüfen',
  signInLook: 'Anmelden und prüfen',
  allTold: 'Wir teilen es allen Ihren Adressen mit.',
  checkPasskeys: 'Melden Sie sich an und prüfen Sie, ob alle Passkeys Ihre sind.',
  checkAddresses: 'Prüfen Sie, ob alle Adressen des Kontos Ihre sind.',
  cancel: {
    page: 'Eine Wiederherstellung abbrechen',
    noToken:
      'Zu Ihrer Sicherheit bleibt der geheime Teil des Links nicht in der Adresszeile. Der Link in der E-Mail gilt weiterhin. Wenn Sie angemeldet sind, können Sie eine Wiederherstellung auch mit Ihrem Passkey abbrechen.',
    title: 'Diese Wiederherstellung abbrechen?',
    intro:
      'Jemand, der Ihre E-Mails lesen kann, möchte zurück in Ihr Konto. Wenn Sie das nicht waren, brechen Sie es hier ab. Sie müssen sich dafür nicht anmelden.',
    stays: 'Ihr Konto bleibt, wie es ist, und Ihre Passkeys gelten weiter.',
    fromStart: 'Falls Sie es doch waren, müssen Sie von vorn warten.',
    action: 'Wiederherstellung abbrechen',
    done: 'Die Wiederherstellung wurde abgebrochen',
    doneIntro:
      'Niemand kam ins Konto. Die Links aus den E-Mails dazu gelten nicht mehr. Wenn Sie es nicht waren, tun Sie diese drei Dinge:',
    mailbox: 'Ändern Sie das Passwort Ihres Postfachs. Jemand kann Ihre E-Mails lesen.',
    dead: 'Dieser Link gilt nicht mehr',
    deadIntro:
      'Die Wiederherstellung, zu der er gehört, ist vorbei: Sie wurde abgebrochen, abgeschlossen oder ist abgelaufen. Falls ein Teil des Links fehlt, öffnen Sie ihn noch einmal aus der E-Mail.',
    deadHint:
      'Melden Sie sich an, um zu sehen, was geschehen ist. Wenn eine andere Wiederherstellung läuft, können Sie sie dort mit Ihrem Passkey abbrechen.',
  },
}
