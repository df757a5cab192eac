/** How e-mails leave, and those that wait. */
export const adminMail = {
  title: 'E-mail',
  about: 'How e-mails leave, and those that didn’t yet. Nobody can read here what an e-mail says.',
  way: {
    title: 'The way out',
    smtp: 'Through the mail server {host}, port {port}',
    resend: 'Through Resend ({host})',
    mailbox: 'E-mails stay on this server: no mail server is set',
    from: 'From {from}',
  },
  test: {
    button: 'Send a test to myself',
    done: 'A test is on its way to {email}.',
  },
  waiting: {
    title: 'Waiting',
    none: 'No e-mail waits.',
    next: '{attempts, plural, =0 {Not tried yet} one {Tried once} other {Tried # times}} · created <created></created> · next try <due></due>',
  },
  givenUp: {
    title: 'Given up in the last three days',
    when: '{attempts, plural, one {Tried once} other {Tried # times}} · created <created></created>',
  },
  to: 'To {to}',
  fault: 'The mail server says: {fault}',
  retry: {
    button: 'Try the refused ones now',
    title: 'Try the refused e-mails now?',
    means: 'E-mails that were refused are tried at once, instead of after their wait. Do it once the fault is mended.',
    drop: 'An e-mail can’t be dropped: people are told what happens to their account.',
    confirm: 'Try them now',
    done: '{count, plural, =0 {No refused e-mail waits.} one {# e-mail is tried now.} other {# e-mails are tried now.}}',
  },
} as const
