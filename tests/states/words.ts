import type { Language } from '#server/words/language.ts'
import { wordsIn } from '#server/words/translate.ts'
import type { KitWords } from '#tests/kit/test.ts'

/** The texts that the kit looks for, from the catalogue. */
export function kitWords(language: Language): KitWords {
  const [components, signUp, signIn, shell] = [
    wordsIn(language, 'components'),
    wordsIn(language, 'signUp'),
    wordsIn(language, 'signIn'),
    wordsIn(language, 'shell'),
  ]
  const [confirmation, fallbacks, codes, recover] = [
    wordsIn(language, 'confirmation'),
    wordsIn(language, 'fallbacks'),
    wordsIn(language, 'codes'),
    wordsIn(language, 'recover'),
  ]
  return {
    address: components('email'),
    letterCode: signUp('code'),
    sendCode: signUp('sendCode'),
    proceed: components('continue'),

    createPasskey: signUp('create'),
    signedUp: signUp('doneTitle'),
    signInWithPasskey: signIn('button'),
    signOut: shell('signOut'),

    confirmation: confirmation('title'),
    confirmWithPasskey: confirmation('confirmPasskey'),

    setUpApp: fallbacks('app.setUp'),
    appSetup: fallbacks('setUpApp.title'),
    next: fallbacks('next'),
    appCode: fallbacks('setUpApp.code'),
    turnOffApp: fallbacks('app.turnOff'),

    makeCodes: fallbacks('codes.make'),
    codes: codes('title'),
    codesSaved: codes('saved'),

    startWait: recover('explain.start', { hours: 24 }),
    waiting: recover('waiting.title'),
    makeNewPasskey: recover('ready.make'),
    recovered: recover('codes.title'),
  }
}
