import type { Section } from '#tests/requirements/item.ts'

export const passkeyPages: Section[] = [
  {
    title: 'Passkeys on the page',
    items: [
      {
        id: 'U1',
        says: 'The sign-in field is there at once, labelled, focused, and says `webauthn` last in its autocomplete.',
      },
      { id: 'U2', says: 'On load one request waits behind the field, and no window opens.' },
      { id: 'U3', says: 'A button asks with a window; after a cancelled one the field offers passkeys again.' },
      { id: 'U4', says: 'Leaving the page ends the request without errors.' },
      { id: 'U5', says: 'A page left open past the ceremony’s time still takes a passkey.' },
      { id: 'U6', says: 'Cancelling is quiet and signals nothing.' },
      { id: 'U7', says: '“Already there” is said as such, not as an error.' },
      { id: 'U8', says: 'Without passkeys in the browser there is a word about it and no dead button.' },
      {
        id: 'U9',
        says: 'The password manager hears the complete list after sign-in, adding, removing and renaming, and “unknown” of a passkey that is nobody’s.',
      },
      { id: 'U10', says: 'It hears “unknown” on no other failure.' },
      { id: 'U11', says: 'A passkey the server refused for good does not stay behind.' },
      {
        id: 'U12',
        says: 'The passkeys of a deleted account are signalled away.',
        otherwise:
          'Not at once: for seven days signing in undoes the deletion. Afterwards the passkey is unknown, and is signalled away at its next use.',
      },
      {
        id: 'U13',
        says: 'The list shows each with name, where it lives, when it was made and used, renaming, and removal behind a dialog.',
      },
      {
        id: 'U14',
        says: 'A default name comes from the provider list, else from browser and system; it decides nothing.',
      },
      { id: 'U15', says: 'Names are trimmed, 1 to 64 characters, without control characters.' },
      {
        id: 'U16',
        says: 'Only the owner renames and removes, removing needs a confirmation, and the last way in stays.',
      },
      { id: 'U17', says: 'A second passkey is suggested where there is one only, until the person says they know.' },
      { id: 'U18', says: 'The same authenticator cannot be added twice.' },
      {
        id: 'U19',
        says: 'A conditional passkey only right after a whole password sign-in, told by letter, and no way around verification at sign-in.',
      },
      { id: 'U20', says: '`/.well-known/passkey-endpoints` names our pages.' },
      { id: 'U21', says: '`/.well-known/change-password` redirects; unknown well-known paths are 404.' },
      { id: 'U22', says: '`/.well-known/webauthn` exists only for related origins, without our own.' },
      { id: 'U23', says: 'Neither PRF nor blobs are asked for.' },
      {
        id: 'U24',
        says: 'The dialog is announced before and while it is open, in a live region; it goes by keyboard alone.',
      },
      {
        id: 'U25',
        says: 'After signing in with a phone beside the computer, a passkey for the computer is offered.',
        notMet:
          'The suggestion to make a second passkey (U17) comes on the passkeys page only. Planned: offer one when the browser says the answer came from another device.',
      },
      { id: 'U26', says: 'A passkey is offered at sign-up and after getting back in.' },
      { id: 'U27', says: 'A confirmation is for the account of the session, a passkey first and codes beside it.' },
      { id: 'U28', says: 'The relying party is settled at the first start; another one is refused.' },
    ],
  },
]
