import type { Section } from '#tests/requirements/item.ts'

export const custody: Section[] = [
  {
    title: 'Who keeps the account: guessing and time',
    items: [
      {
        id: 'C7',
        says: 'Wrong codes in a session count for that session, are told after five, and end it after ten; they pause and remove nothing at sign-in.',
      },
      {
        id: 'C8',
        says: 'Codes of the app and backup codes are counted apart; neither pauses the other.',
      },
      {
        id: 'C10',
        says: 'A clock that was ahead shuts nothing afterwards: a window or a pause that ends later than its own length is over, and an end in the future is none.',
      },
    ],
  },
]
