/** The list of everybody who has an account. */
export const adminPeople = {
  title: 'People',
  about: 'Everybody who has an account, the newest first.',
  list: 'People',
  unnamed: 'No name',
  newest: 'Newest',
  older: 'Older',
  states: {
    awaiting: 'Waits for approval',
    suspended: 'Suspended',
    deleting: 'Will be deleted',
    roles_suspended: 'Roles suspended',
    active: 'Active',
  },
  search: {
    label: 'Search by address',
    hint: 'The beginning of any address of a person, at least two letters.',
    button: 'Search',
    found:
      '{count, plural, =0 {Nobody found} one {# person found} other {# people found}}{more, select, yes {, and there are more} other {}}',
    none: 'Nobody found',
    noneHint: 'No address begins like that. The search doesn’t look inside addresses.',
    all: 'Show everybody',
    more: 'Show more',
  },
} as const
