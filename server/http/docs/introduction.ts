/** The description of each tag, which is the first word of a route's path. */
export const TAGS: Record<string, string> = {
  'sign-up': 'First the mailbox, then a passkey, then the account.',
  'sign-in': 'With a passkey alone, or with a password and a code.',
  'take-back': 'Undo a recovery with a passkey that it took away.',
  recovery: 'Back in without a passkey: a code by mail, and then another code or a wait of 24 hours.',
  session: 'Read my session, sign out.',
  sessions: 'All sessions of my account.',
  confirmation: 'A fresh proof, for ten minutes of sensitive actions.',
  passkeys: 'The passkeys of my account.',
  totp: 'The authenticator app.',
  'backup-codes': 'Ten codes for paper. Each works once.',
  password: 'An optional fallback. It needs an authenticator app.',
  emails: 'The addresses that get letters and can recover the account.',
  removed: 'Ways in that were removed or replaced in the last seven days: bring them back, or remove them for good.',
  activity: 'Every security event, in a hash chain.',
  decisions: 'What a person may do in an app, for a program with a service key.',
  access: 'The same questions in the form of the AuthZEN Authorization API 1.0.',
  setup: 'The first owner. Once there is one, 404.',
  admin: 'What administrators see and do. Whoever has no role gets 404.',
  invitations: 'What the holder of an invitation sees of it.',
  'check-up': 'What happens when something is lost.',
  account: 'My name, my language, my data, and deletion.',
  health: 'For a probe.',
  'openapi.json': 'This document.',
  testing: 'In testing mode only: letters, clock, and a form from any origin.',
}

export const DESCRIPTION = `Everything that Latchkey does with an account, as JSON.

- **Callers**: \`x-pipeline\` says who may call a route. \`browser\` routes are for our own pages. They read cookies. A write needs our own \`Origin\`, which browsers send, or \`Sec-Fetch-Site: same-origin\`. \`machine\` routes are for other programs. They take any origin and read no cookies.
- **Bodies** are JSON of at most 64 KB with \`Content-Type: application/json\`, unless a route declares a form.
- **Refusals** are problem details (RFC 9457) with a stable \`code\`; each route lists those it can answer. Their sentences are in the language that \`Accept-Language\` asks for, and \`Content-Language\` names it. Unknown members of a body are ignored. No answer has members that are not listed.
- **Ceremonies** are sealed state between two requests. A cookie from the first write binds them to the browser, so keep all cookies.
- **Sessions** are cookies too. Sensitive routes refuse with \`confirmation_required\` unless the session was confirmed in the last ten minutes.
- An unknown path is refused with 404 \`not_found\`, an unknown method with 405 \`method_not_allowed\` and \`Allow\`.
- Times are epoch milliseconds.`
