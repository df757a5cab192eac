/**
 * Why the browser gave no passkey: `cancelled` by the person or replaced by another request (both quiet), `already` there,
 * `unsupported` by this browser, opened at the `wrongPlace`, or anything else.
 */
export type PasskeyFaultKind = 'cancelled' | 'already' | 'unsupported' | 'wrongPlace' | 'failed'

/** The browser gave no passkey. Nothing was sent to the server. */
export class PasskeyFault extends Error {
  readonly kind: PasskeyFaultKind

  constructor(kind: PasskeyFaultKind) {
    super(kind)
    this.name = 'PasskeyFault'
    this.kind = kind
  }
}
