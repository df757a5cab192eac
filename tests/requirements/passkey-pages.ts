import type { Section } from '#tests/requirements/item.ts'

export const passkeyPages: Section[] = [
  {
    title: 'Passkeys on the page',
    items: [
      {
        id: 'U1',
        says: 'The sign-in field is visible at once, labelled and focused, and its autocomplete ends with `webauthn`.',
      },
      { id: 'U2', says: 'On load one conditional request is pending, and no dialog opens.' },
      { id: 'U3', says: 'A button opens the dialog; after a cancelled one the field offers passkeys again.' },
      { id: 'U4', says: 'Leaving the page ends the request without errors.' },
      { id: 'U5', says: 'A page left open beyond the ceremony’s lifetime still accepts a passkey.' },
      { id: 'U6', says: 'Cancelling shows no error and sends no signal.' },
      { id: 'U7', says: 'A passkey that already exists is explained, not shown as an error.' },
      { id: 'U8', says: 'A browser without passkeys gets an explanation and no dead button.' },
      {
        id: 'U9',
        says: 'The password manager gets the complete list after sign-in, adding, removing and renaming, and a signal for an unknown passkey.',
      },
      { id: 'U10', says: 'No other failure signals an unknown passkey.' },
      { id: 'U11', says: 'A passkey that the server finally refuses does not stay on the device.' },
      {
        id: 'U12',
        says: 'The passkeys of a deleted account are signalled as unknown.',
        otherwise:
          'Not at once: for seven days signing in cancels the deletion. Afterwards the passkey is unknown and is signalled at its next use.',
      },
      {
        id: 'U13',
        says: 'The list shows each passkey with its name, storage, creation and last use, and can rename it or remove it after a dialog.',
      },
      {
        id: 'U14',
        says: 'The default name comes from the provider list, else from the kind of provider, else from browser and system, and has no effect on security.',
      },
      { id: 'U15', says: 'Names are trimmed and have 1 to 64 characters without control characters.' },
      {
        id: 'U16',
        says: 'Only the owner can rename and remove, removing needs a touch, and the last way in cannot be removed.',
      },
      { id: 'U17', says: 'A second passkey is suggested to people with only one, until they dismiss it.' },
      { id: 'U18', says: 'The same authenticator cannot be added twice.' },
      {
        id: 'U19',
        says: 'A conditional passkey is allowed only right after a complete password sign-in, sends a letter, and needs user verification at sign-in.',
      },
      { id: 'U20', says: '`/.well-known/passkey-endpoints` names our pages.' },
      { id: 'U21', says: '`/.well-known/change-password` redirects; unknown well-known paths are 404.' },
      { id: 'U22', says: '`/.well-known/webauthn` exists only for related origins, without our own.' },
      { id: 'U23', says: 'The options request neither PRF nor blobs.' },
      {
        id: 'U24',
        says: 'A live region announces the dialog before and while it is open, and the keyboard is enough.',
      },
      {
        id: 'U25',
        says: 'After signing in with a phone beside the computer, a passkey for the computer is offered.',
        notMet:
          'The suggestion to make a second passkey (U17) is on the passkeys page only. Planned: offer one when the browser reports that the answer came from another device.',
      },
      { id: 'U26', says: 'A passkey is offered at sign-up and after a recovery.' },
      {
        id: 'U27',
        says: 'A confirmation is for the account of the session and offers a passkey first and codes beside it.',
      },
      { id: 'U28', says: 'The relying party is stored at the first start, and another one is refused.' },
    ],
  },
]
