export const setup = {
  title: 'Inhaber werden',
  intro:
    'Noch verwaltet niemand diese Seite. Wer Inhaber ist, sieht, wer ein Konto hat, hilft anderen und vergibt Rollen.',
  noLink: 'Öffnen Sie den Link, den „npx latchkey setup“ auf dem Server ausgibt. Er gilt eine Stunde.',
  needsAccount:
    'Inhaber ist ein gewöhnliches Konto mit einem Passkey und einem zweiten Weg hinein. Legen Sie Ihres an und kommen Sie dann hierher zurück.',
  signUp: 'Konto anlegen',
  signIn: 'Ich habe ein Konto',
  as: 'Sie sind als {email} angemeldet.',
  become: 'Inhaber werden',
  addWay: 'Zweiten Weg hinzufügen',
  done: 'Sie sind Inhaber',
} as const
