/**
 * Why the browser gave no passkey: `cancelled` by the person or replaced by another request (both quiet), `already` there,
 * `unsupported` by this browser, opened at the `wrong-place`, or anything else.
 */
export type PasskeyFaultKind = 'cancelled' | 'already' | 'unsupported' | 'wrong-place' | 'failed'

const SENTENCES: Record<PasskeyFaultKind, string> = {
  cancelled: '',
  already: 'This device already has a passkey for your account.',
  unsupported: 'This browser or this device cannot make the kind of passkey that is needed here: one that asks for your fingerprint, face or screen lock.',
  'wrong-place': 'Passkeys only work at this site’s own address. Please check the address bar.',
  failed: 'Your device could not use a passkey just now. Please try again.',
}

/** The browser gave no passkey. Nothing was sent to the server. */
export class PasskeyFault extends Error {
  readonly kind: PasskeyFaultKind

  constructor(kind: PasskeyFaultKind) {
    super(SENTENCES[kind])
    this.name = 'PasskeyFault'
    this.kind = kind
  }
}
