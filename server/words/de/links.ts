import type { Translated } from '#server/words/catalogue.ts'
import type { links as english } from '#server/words/en/links.ts'

export const links: Translated<typeof english> = {
  openAgain: 'Öffnen Sie den Link aus der E-Mail noch einmal',
  signIn: 'Anmelden',
  signInCheck: 'Anmelden und nachsehen',
  signInLook: 'Anmelden und ansehen',
  allTold: 'Alle Ihre Adressen erfahren es.',
  checkPasskeys: 'Melden Sie sich an und prüfen Sie, dass alle Passkeys Ihre sind.',
  checkAddresses: 'Prüfen Sie, dass alle Adressen des Kontos Ihre sind.',
  cancel: {
    page: 'Eine Wiederherstellung stoppen',
    noToken:
      'Zu Ihrer Sicherheit bleibt sein geheimer Teil nicht in der Adresszeile. Der Link in der E-Mail gilt weiterhin. Wenn Sie angemeldet sind, können Sie eine Wiederherstellung auch mit einem Druck stoppen.',
    title: 'Diese Wiederherstellung stoppen?',
    intro:
      'Jemand, der Ihre E-Mails lesen kann, möchte zurück in Ihr Konto. Wenn Sie das nicht waren, stoppen Sie es hier. Sie müssen sich dafür nicht anmelden.',
    stays: 'Ihr Konto bleibt, wie es ist, und Ihre Passkeys gelten weiter.',
    fromStart: 'Falls Sie es doch waren, müssten Sie von vorn warten.',
    action: 'Wiederherstellung stoppen',
    done: 'Die Wiederherstellung wurde gestoppt',
    doneIntro:
      'Niemand kam ins Konto. Alle Links aus ihren E-Mails sind jetzt tot. Wenn Sie es nicht waren, tun Sie diese drei Dinge:',
    mailbox: 'Ändern Sie das Passwort Ihres Postfachs: Jemand kann Ihre E-Mails lesen.',
    dead: 'Dieser Link stoppt nichts mehr',
    deadIntro:
      'Die Wiederherstellung, zu der er gehört, ist vorbei: Sie wurde gestoppt, abgeschlossen oder ist abgelaufen. Oder ein Teil des Links ging unterwegs verloren; dann öffnen Sie ihn noch einmal aus der E-Mail.',
    deadHint:
      'Melden Sie sich an, um zu sehen, was geschehen ist. Wenn eine andere Wiederherstellung läuft, können Sie sie dort mit einem Druck stoppen.',
  },
  undo: {
    page: 'Eine Adressänderung rückgängig machen',
    noToken:
      'Zu Ihrer Sicherheit bleibt sein geheimer Teil nicht in der Adresszeile. Der Link in der E-Mail gilt weiterhin, sieben Tage lang nach der Änderung.',
    title: 'Diese Änderung rückgängig machen?',
    intro:
      'Die Adressen Ihres Kontos wurden geändert, wie es in der E-Mail steht. Wenn Sie das nicht waren, nehmen Sie es hier zurück. Sie müssen sich dafür nicht anmelden.',
    before: 'Die Adressen werden wieder so, wie sie vor dieser Änderung waren.',
    sessions: 'Alle Sitzungen enden, auf allen Geräten. Ihre Passkeys gelten weiter.',
    action: 'Änderung rückgängig machen',
    done: 'Die Änderung ist rückgängig gemacht',
    doneIntro:
      'Ihre Adressen sind wieder wie zuvor, und alle Sitzungen sind beendet. Wenn nicht Sie die Änderung gemacht haben, tun Sie diese drei Dinge:',
    activity: 'Lesen Sie die Aktivität: Dort steht, von wo die Änderung kam.',
    dead: 'Dieser Link macht nichts mehr rückgängig',
    deadIntro:
      'Er gilt einmal und sieben Tage lang nach der Änderung. Oder ein Teil davon ging unterwegs verloren; dann öffnen Sie ihn noch einmal aus der E-Mail. Melden Sie sich an, um die Adressen Ihres Kontos zu sehen.',
  },
}
