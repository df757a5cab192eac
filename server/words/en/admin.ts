/** The shell around the pages of administration, and what stands there while it is closed. */
export const admin = {
  title: 'Administration',
  navigation: 'Administration',
  pages: {
    overview: 'Overview',
    people: 'People',
    invitations: 'Invitations',
    approvals: 'Approvals',
    settings: 'Settings',
    audit: 'Audit',
    mail: 'E-mail',
    access: 'Access',
    keys: 'Keys',
  },
  closed: {
    passkeyOnly: {
      title: 'Sign in with your passkey',
      what: 'Administration opens only in a session that began with a passkey. This one began in another way.',
      how: 'Sign out, and sign in again with your passkey. You come back to this page.',
      act: 'Sign out and in again',
    },
    confirmation: {
      title: 'Confirm it’s you to go on',
      what: 'Administration closes an hour after you last confirmed that it’s you, so that an open browser is not enough.',
      how: 'Confirm with one of your passkeys.',
    },
    noPermission: {
      title: 'Your role doesn’t show this page',
      what: 'Ask an owner if you need it.',
    },
  },
  gone: {
    title: 'There is nothing here',
    what: 'It may have been deleted, or the address may have a typing error.',
    back: 'To the overview',
  },
  roles: { owner: 'Owner', admin: 'Administrator', helper: 'Helper', auditor: 'Auditor' },
} as const
