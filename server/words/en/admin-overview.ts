/** The product at a glance, for administrators. */
export const adminOverview = {
  title: 'Overview',
  about: 'What is going on, and what somebody should look at.',
  people: 'People',
  countedSlowly: 'Counted every ten minutes',
  counted: 'Counted every minute',
  signIns: 'Sign-ins in 24 hours',
  number: '{count, number}{more, select, yes {+} other {}}',
  recoveries: 'Recoveries under way',
  ready: '{count, plural, =0 {None can be completed yet} one {# can be completed now} other {# can be completed now}}',
  mail: 'E-mails that wait',
  failing: '{count, plural, =0 {None was refused} one {# was refused before} other {# were refused before}}',
  lights: {
    title: 'Health',
    good: 'Fine:',
    bad: 'To look at:',
    database: { title: 'Database', good: 'It answers.', bad: 'It doesn’t answer.' },
    mail: {
      title: 'E-mail',
      good: 'E-mails leave.',
      bad: '{waits, plural, =0 {} one {# e-mail was refused and will be tried again. } other {# e-mails were refused and will be tried again. }}{lost, plural, =0 {} one {# was given up in the last three days.} other {# were given up in the last three days.}}',
      stays: 'No mail server is set: e-mails stay on this server, and nobody gets a code.',
    },
    owners: {
      title: 'Owners',
      good: 'At least two people are owners and can sign in.',
      bad: '{count, plural, =0 {Nobody who can sign in is an owner. The operator can make one at the command line.} one {Only one person is an owner. Make a second one: after a recovery, roles count only when another owner confirms them.} other {Fine.}}',
    },
    recoveries: {
      title: 'Recoveries',
      good: 'None can be completed at the moment.',
      bad: '{count, plural, one {# recovery can be completed now.} other {# recoveries can be completed now.}} Everybody it concerns was told. Cancel one only if its owner asks you to.',
    },
  },
  version: 'Latchkey {version}',
  backup: 'Backups are made at the command line, and this page doesn’t see them.',
} as const
