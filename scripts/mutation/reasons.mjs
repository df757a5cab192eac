/**
 * Why mutants live, each looked at: the same whichever of the two runs, or nothing a test can see. A mutant is named by its file, what
 * stood there and what stands there instead (any, where it is not said).
 */
export const REASONS = [
  {
    title: 'It cannot come to that',
    why: 'The database or an earlier line rules it out; the compiler, or a second look at what lets people in, asks for the line all the same.',
    lives: [
      { file: 'sessions/sign-in.ts', from: 'passkey && user', to: 'passkey || user' },
      { file: 'sessions/sign-into.ts', from: '!user', to: 'false' },
      { file: 'sessions/sign-into.ts', from: `'sign_in_failed'`, to: '""' },
      { file: 'sessions/device.ts', from: 'userAgent.slice(0, 512)', to: 'userAgent' },
      { file: 'recoveries/finish.ts', from: '!user || !email', to: 'false' },
      { file: 'recoveries/finish.ts', from: '!user || !email', to: '!user && !email' },
      { file: 'recoveries/finish.ts', from: `'ceremony_over'`, to: '""' },
      { file: 'recoveries/finish.ts', from: `'recovery_not_ready'`, to: '""' },
      { file: 'recoveries/door.ts', from: 'owner && user', to: 'owner || user' },
      { file: 'recoveries/start.ts', from: `letter !== 'recovery-started'`, to: 'false' },
    ],
  },
  {
    title: 'The same comes of it',
    why: 'What is fallen back on is refused like anything else that does not fit, a row is looked for by nothing and not found, the history does not keep a browser, a row that nobody sends may be called anything, what is thrown inside a `try` is caught like what is returned, and what is left out is the default of Node.js.',
    lives: [
      { file: 'recoveries/advance.ts', from: `''`, to: '"Stryker was here!"' },
      { file: 'recoveries/start.ts', from: `''`, to: '"Stryker was here!"' },
      { file: 'recoveries/door.ts', from: `''`, to: '"Stryker was here!"' },
      { file: 'recoveries/door.ts', from: 'lastEnd !== undefined', to: 'true' },
      { file: 'recoveries/door.ts', from: `'recovery-code'`, to: '""' },
      { file: 'recoveries/cancel.ts', from: 'id === undefined', to: 'false' },
      { file: 'recoveries/cancel.ts', from: 'userId === undefined', to: 'false' },
      { file: 'sessions/end.ts', from: `''`, to: '"Stryker was here!"' },
      { file: 'totp/seal.ts', from: `''`, to: '"Stryker was here!"' },
      { file: 'totp/seal.ts', from: '!key', to: 'false' },
      { file: 'totp/seal.ts', from: '{ return undefined }', to: '{}' },
      { file: 'totp/seal.ts', from: `'utf8'`, to: '""' },
    ],
  },
  {
    title: 'No test sees it',
    why: 'When a row was last seen need not survive a power cut: such a write asks for no flush to the disk. What survives one that does is shown with a killed server (tests/process/crash.test.ts).',
    lives: [
      { file: 'sessions/check.ts', from: '{ durable: false }', to: '{}' },
      { file: 'sessions/check.ts', from: 'false', to: 'true' },
    ],
  },
]
