export const passkeys = {
  title: 'Passkeys',
  about: 'You can sign in with any of these. Keep at least two, in different places.',
  list: 'Your passkeys',
  none: 'No passkeys yet',
  noneHint: 'Create one with the button above. Then you can sign in with this device.',
  add: {
    button: 'Add a passkey',
    where: 'Your browser will ask where to store it: on this device, a phone or a security key.',
    done: '“{name}” was added',
    told: 'We also sent you an e-mail about it.',
    nextSynced:
      'It works wherever your password manager does. Add another one elsewhere, like on a security key, in case you lose access to that.',
    nextBound: 'If you lose that device, you lose the passkey. Keep another one in a different place.',
  },
  lives: {
    provider: 'On all your devices with {provider}',
    synced: 'On all devices that share your password manager',
    copyable: 'On one device so far; your password manager can copy it to others',
    key: 'On a security key',
    device: 'On one device only',
  },
  made: 'Created <made></made> · never used to sign in',
  used: 'Created <made></made> · last used <used></used>',
  regressed: 'Possibly copied',
  regressedHint:
    'Its counter went backwards <time></time>. Someone may have copied it. If you’re not sure why, create a new one first, then remove this one.',
  only: {
    title: 'This is your only passkey',
    synced:
      'Your password manager keeps it safe. A second one somewhere else, like on a security key, helps if you ever lose that account.',
    device:
      'It is on one device only. If you lose that device, you lose the passkey. Create a second one on a phone, another computer or a security key.',
    known: 'Got it',
  },
  actions: 'Actions for {name}',
  rename: {
    done: 'Renamed to “{name}”.',
    button: 'Rename',
    label: 'Rename {name}',
    title: 'Rename this passkey',
    name: 'Name',
    hint: 'Choose a name that you’ll recognize, like “Work laptop”. Your password manager keeps its own name for it.',
  },
  remove: {
    button: 'Remove',
    label: 'Remove {name}',
    title: 'Remove “{name}”?',
    only: 'This is your only passkey. Without one you sign in with codes, and the account hangs on your mailbox.',
    addFirst: 'If you can, cancel here and add another passkey first.',
    signIn: 'You can’t sign in with it from now on.',
    copy: 'Your password manager may still list it. You can delete it there yourself.',
    undo: 'You can’t undo this, but you can create a new one.',
    keep: 'Keep it',
    confirm: 'Remove this passkey',
    done: '“{name}” was removed. We also sent you an e-mail about it.',
  },
  leftOver: {
    title: '“{name}” was removed',
    hint: '{count, plural, one {One other device is still signed in with it. If the passkey was lost or stolen, sign that device out.} other {# other devices are still signed in with it. If the passkey was lost or stolen, sign them out.}}',
    leave: 'Leave signed in',
    signOut: '{count, plural, one {Sign it out} other {Sign them out}}',
  },
} as const
