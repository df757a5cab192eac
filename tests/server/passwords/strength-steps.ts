export const ABOUT = ['latchkey', 'password', 'passkey', 'Ada Lovelace', 'ada.lovelace@analytical-engine.example']
