import type { Translated } from '#server/words/catalogue.ts'
import type { passkeys as english } from '#server/words/en/passkeys.ts'

export const passkeys: Translated<typeof english> = {
  title: 'Passkeys',
  about: 'Sie können sich mit jedem von ihnen anmelden. Am besten haben Sie mindestens zwei, an verschiedenen Orten.',
  list: 'Ihre Passkeys',
  none: 'Noch keine Passkeys',
  noneHint: 'Erstellen Sie einen mit dem Knopf oben. Danach können Sie sich mit diesem Gerät anmelden.',
  add: {
    button: 'Passkey hinzufügen',
    elsewhere: 'Telefon oder Sicherheitsschlüssel',
    where:
      'Ihr Browser fragt, wo er den Passkey speichern soll. Für Ihr Telefon zeigt er einen QR-Code, den Sie mit dem Telefon scannen. Einen Sicherheitsschlüssel stecken Sie ein oder halten ihn an das Gerät.',
    done: '„{name}“ wurde hinzugefügt',
    told: 'Wir haben Ihnen auch eine E-Mail dazu geschickt.',
    nextSynced:
      'Er funktioniert überall, wo Ihr Passwortmanager ist. Fügen Sie einen weiteren woanders hinzu, etwa auf einem Sicherheitsschlüssel, falls Sie dort einmal nicht mehr hineinkommen.',
    nextBound:
      'Wenn Sie das Gerät verlieren, verlieren Sie auch den Passkey. Bewahren Sie einen weiteren woanders auf.',
    saveName: 'Namen speichern',
  },
  lives: {
    provider: 'Auf allen Ihren Geräten mit {provider}',
    synced: 'Auf allen Geräten mit Ihrem Passwortmanager',
    copyable: 'Bisher auf einem Gerät; Ihr Passwortmanager kann ihn auf andere kopieren',
    key: 'Nur auf diesem Schlüssel',
    device: 'Nur auf einem Gerät',
  },
  kind: {
    manager: 'Passwortmanager',
    platform: 'Gerät',
    key: 'Sicherheitsschlüssel',
  },
  made: 'Erstellt <made></made>',
  unused: 'Erstellt <made></made> · noch nie zum Anmelden benutzt',
  used: 'Zuletzt benutzt <used></used>',
  usedFrom: 'Zuletzt benutzt <used></used> · {device} · {ip}',
  opened: {
    count: '{count, plural, one {Auf einem Gerät angemeldet} other {Auf # Geräten angemeldet}}',
    list: 'Angemeldet mit „{name}“',
    here: '{device} · dieses Gerät',
    elsewhere: '{device} · zuletzt aktiv <seen></seen>',
    all: 'Alle Geräte und Sitzungen',
  },
  young: 'Neu: Er meldet Sie schon an; etwas entfernen oder ändern können Sie damit <time></time>',
  regressed: 'Vielleicht kopiert',
  regressedHint:
    'Sein Zähler ist <time></time> rückwärts gelaufen. Vielleicht hat ihn jemand kopiert. Wenn Sie nicht sicher wissen, warum, erstellen Sie zuerst einen neuen und entfernen Sie dann diesen.',
  only: {
    title: 'Das ist Ihr einziger Passkey',
    synced:
      'Ihr Passwortmanager bewahrt ihn sicher auf. Ein zweiter an einem anderen Ort, etwa auf einem Sicherheitsschlüssel, hilft, falls Sie dort einmal nicht mehr hineinkommen.',
    device:
      'Er ist nur auf einem Gerät. Wenn Sie das Gerät verlieren, verlieren Sie auch den Passkey. Erstellen Sie einen zweiten auf einem Telefon, einem anderen Rechner oder einem Sicherheitsschlüssel.',
    known: 'Verstanden',
  },
  actions: 'Aktionen für {name}',
  rename: {
    done: 'Umbenannt in „{name}“.',
    button: 'Umbenennen',
    label: '„{name}“ umbenennen',
    title: 'Passkey umbenennen',
    name: 'Name',
    hint: 'Wählen Sie einen Namen, den Sie wiedererkennen, zum Beispiel „Arbeitslaptop“. Ihr Passwortmanager behält seinen eigenen Namen dafür.',
  },
  remove: {
    button: 'Entfernen',
    label: '„{name}“ entfernen',
    title: '„{name}“ entfernen?',
    only: 'Das ist Ihr einziger Passkey. Ohne Passkey melden Sie sich mit Codes an, und das Konto hängt an Ihrem Postfach.',
    addFirst: 'Wenn Sie können, brechen Sie hier ab und fügen Sie zuerst einen anderen Passkey hinzu.',
    signIn: 'Ab sofort können Sie sich nicht mehr damit anmelden.',
    copy: 'Ihr Passwortmanager zeigt ihn vielleicht noch an. Sie können ihn dort selbst löschen.',
    undo: 'Sie können ihn sieben Tage lang zurückholen. Bis dahin kann, wer ihn hat, das Konto zurückholen. Wenn das jemand anderes ist, entfernen Sie ihn danach endgültig.',
    young: 'Er ist neu, also wird er gleich gelöscht. Sie können einen anderen erstellen.',
    keep: 'Behalten',
    confirm: 'Passkey entfernen',
    done: '„{name}“ wurde entfernt. Wir haben Ihnen auch eine E-Mail dazu geschickt.',
  },
  leftOver: {
    title: '„{name}“ wurde entfernt',
    hint: '{count, plural, one {Ein anderes Gerät ist noch damit angemeldet. Wenn der Passkey verloren ging oder gestohlen wurde, melden Sie es ab.} other {# andere Geräte sind noch damit angemeldet. Wenn der Passkey verloren ging oder gestohlen wurde, melden Sie sie ab.}}',
    leave: 'Angemeldet lassen',
    signOut: '{count, plural, one {Gerät abmelden} other {Geräte abmelden}}',
    done: '{count, plural, one {Das andere Gerät wurde abgemeldet.} other {# andere Geräte wurden abgemeldet.}}',
  },
}
