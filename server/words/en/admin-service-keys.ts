/** Keys of programs that ask for decisions. */
export const adminServiceKeys = {
  title: 'Service keys',
  about: 'A program of an app asks with its key what people may do. A key opens nothing else.',
  none: 'No program has a key.',
  forApp: 'For the app {app}',
  made: 'Made <time></time>',
  ends: 'Ends <time></time>',
  make: {
    button: 'New service key',
    title: 'New service key',
    name: 'Name',
    nameHint: 'What it is for, like the program that uses it.',
    confirm: 'Make the key',
  },
  shown: {
    title: 'The service key is made',
    once: 'Keep it now, where the program of the app {app} reads it. It is shown only this once.',
    what: 'the service key',
    done: 'I have kept it',
  },
  revoke: {
    button: 'Revoke',
    label: 'Revoke the service key “{name}”',
    title: 'Revoke “{name}”?',
    means: 'Programs that use it are refused from then on. It can’t be brought back.',
    told: 'The other owners get an e-mail.',
    confirm: 'Revoke the key',
    done: '“{name}” is revoked.',
  },
} as const
