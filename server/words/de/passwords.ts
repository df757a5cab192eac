import type { Translated } from '#server/words/catalogue.ts'
import type { passwords as english } from '#server/words/en/passwords.ts'

export const passwords: Translated<typeof english> = {
  warnings: {
    straightRow: 'Tastenreihen sind leicht zu erraten.',
    keyPattern: 'Kurze Muster auf der Tastatur sind leicht zu erraten.',
    simpleRepeat: 'Wiederholte Zeichen wie „aaa“ sind leicht zu erraten.',
    extendedRepeat: 'Wiederholte Muster wie „abcabcabc“ sind leicht zu erraten.',
    sequences: 'Folgen wie „abc“ sind leicht zu erraten.',
    recentYears: 'Jahreszahlen der letzten Jahre sind leicht zu erraten.',
    dates: 'Daten sind leicht zu erraten.',
    topTen: 'Das ist eines der zehn häufigsten Passwörter.',
    topHundred: 'Das ist ein sehr häufiges Passwort.',
    common: 'Das ist ein häufiges Passwort.',
    similarToCommon: 'Das ähnelt einem häufigen Passwort.',
    wordByItself: 'Einzelne Wörter sind leicht zu erraten.',
    namesByThemselves: 'Namen allein sind leicht zu erraten.',
    commonNames: 'Häufige Namen sind leicht zu erraten.',
    userInputs: 'Wörter, die mit Ihnen oder dieser Seite zu tun haben, sind leicht zu erraten.',
    pwned: 'Dieses Passwort steht auf einer Liste gestohlener Passwörter.',
  },
  suggestions: {
    l33t: 'Sonderzeichen statt Buchstaben, wie @ für a, helfen kaum.',
    reverseWords: 'Rückwärts geschriebene Wörter helfen kaum.',
    allUppercase: 'Schreiben Sie einige Buchstaben groß, aber nicht alle.',
    capitalization: 'Ein großer Anfangsbuchstabe allein hilft kaum.',
    dates: 'Meiden Sie Daten und Jahre, die mit Ihnen zu tun haben.',
    recentYears: 'Meiden Sie Jahreszahlen der letzten Jahre.',
    associatedYears: 'Meiden Sie Jahre, die mit Ihnen zu tun haben.',
    sequences: 'Meiden Sie bekannte Folgen.',
    repeated: 'Meiden Sie wiederholte Wörter und Zeichen.',
    longerKeyboardPattern: 'Nehmen Sie längere Muster und wechseln Sie mehrmals die Richtung.',
    anotherWord: 'Fügen Sie Wörter hinzu, die seltener sind.',
    useWords: 'Nehmen Sie mehrere Wörter, aber keine Redensart.',
    noNeed: 'Es braucht keine Sonderzeichen, Ziffern oder Großbuchstaben, um stark zu sein.',
    pwned: 'Ändern Sie es überall, wo Sie es sonst benutzen.',
  },
}
