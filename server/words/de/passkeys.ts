import type { Translated } from '#server/words/catalogue.ts'
import type { passkeys as english } from '#server/words/en/passkeys.ts'

export const passkeys: Translated<typeof english> = {
  title: 'Passkeys',
  about: 'Jeder von ihnen genügt, um sich anzumelden. Am besten haben Sie mindestens zwei, an verschiedenen Orten.',
  list: 'Ihre Passkeys',
  none: 'Noch keine Passkeys',
  noneHint: 'Erstellen Sie einen mit dem Knopf oben. Danach können Sie sich mit diesem Gerät anmelden.',
  add: {
    button: 'Passkey hinzufügen',
    where:
      'Ihr Browser fragt, wo der Passkey liegen soll: auf diesem Gerät, auf einem Telefon oder auf einem Sicherheitsschlüssel.',
    done: '„{name}“ ist hinzugefügt',
    told: 'Wir haben Ihnen auch eine E-Mail dazu geschickt.',
    nextSynced:
      'Er meldet Sie überall an, wo Ihr Passwortmanager ist. Ein weiterer anderswo, etwa auf einem Sicherheitsschlüssel, ist für den Tag, an dem Sie den verlieren.',
    nextBound: 'Ist das Gerät weg, ist auch er weg: Bewahren Sie einen weiteren woanders auf.',
  },
  lives: {
    provider: 'Auf allen Ihren Geräten mit {provider}',
    synced: 'Auf allen Geräten mit Ihrem Passwortmanager',
    copyable: 'Bisher auf einem Gerät; Ihr Passwortmanager kann ihn auf andere kopieren',
    key: 'Auf einem Sicherheitsschlüssel',
    device: 'Nur auf einem Gerät',
  },
  made: 'Erstellt <made></made> · noch nie zum Anmelden benutzt',
  used: 'Erstellt <made></made> · zuletzt benutzt <used></used>',
  regressed: 'Vielleicht kopiert',
  regressedHint:
    'Sein Zähler ist <time></time> rückwärts gelaufen: Vielleicht gibt es eine Kopie. Wenn Sie nicht sicher wissen, warum, entfernen Sie den Passkey und erstellen Sie einen neuen.',
  only: {
    title: 'Das ist Ihr einziger Passkey',
    synced:
      'Bei Ihrem Passwortmanager ist er gut aufgehoben. Ein zweiter an einem anderen Ort, etwa auf einem Sicherheitsschlüssel, hilft, falls Sie dort einmal nicht mehr hineinkommen.',
    device:
      'Er liegt auf einem einzigen Gerät und ist mit ihm verloren. Erstellen Sie einen zweiten auf einem Telefon, einem anderen Rechner oder einem Sicherheitsschlüssel.',
    known: 'Verstanden',
  },
  actions: 'Was mit {name} geschehen soll',
  rename: {
    done: 'Der Passkey heißt jetzt „{name}“.',
    button: 'Umbenennen',
    label: '„{name}“ umbenennen',
    title: 'Passkey umbenennen',
    name: 'Name',
    hint: 'Etwas, das Sie wiedererkennen, zum Beispiel „Arbeitslaptop“. Ihr Passwortmanager behält seinen eigenen Namen dafür.',
  },
  remove: {
    button: 'Entfernen',
    label: '„{name}“ entfernen',
    title: '„{name}“ entfernen?',
    signIn: 'Ab sofort können Sie sich nicht mehr damit anmelden.',
    copy: 'In Ihrem Passwortmanager bleibt er vielleicht stehen; dort können Sie ihn selbst löschen.',
    undo: 'Das lässt sich nicht rückgängig machen, aber Sie können einen neuen erstellen.',
    keep: 'Behalten',
    confirm: 'Passkey entfernen',
    done: '„{name}“ ist entfernt. Wir haben Ihnen auch eine E-Mail geschickt.',
  },
  leftOver: {
    title: '„{name}“ ist entfernt',
    hint: '{count, plural, one {Ein anderes Gerät ist noch damit angemeldet. Wenn der Passkey verloren ging oder gestohlen wurde, melden Sie es ab.} other {# andere Geräte sind noch damit angemeldet. Wenn der Passkey verloren ging oder gestohlen wurde, melden Sie sie ab.}}',
    leave: 'Angemeldet lassen',
    signOut: '{count, plural, one {Gerät abmelden} other {Geräte abmelden}}',
  },
}
