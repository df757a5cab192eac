/** What somebody sees who follows the link of an invitation. */
export const invited = {
  title: 'You are invited',
  reading: 'Reading the invitation …',
  who: '{by, select, operator {The operator of {product}} named {{admin}, an administrator of {product},} other {An administrator of {product}}} invites you to create an account here.',
  until: 'The invitation is valid until <time></time>.',
  signIn: 'Sign in',
  dead: {
    missing: {
      title: 'Open your invitation again',
      what: 'When this page is loaded again, it needs the link of the invitation once more. Open it from the e-mail, or wherever you got it.',
    },
    wrong: {
      title: 'This link isn’t complete',
      what: 'Open it from the e-mail, or copy the whole link. If it still doesn’t work, ask whoever invited you for a new one.',
    },
    used: {
      title: 'This invitation was used',
      what: 'If it was you, sign in. Otherwise ask whoever invited you for a new one.',
    },
    expired: {
      title: 'This invitation has expired',
      what: 'Ask whoever invited you for a new one. If you have an account already, sign in.',
    },
    revoked: {
      title: 'This invitation was withdrawn',
      what: 'Ask whoever invited you. If you have an account already, sign in.',
    },
  },
} as const
