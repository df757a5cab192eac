/**
 * Why the browser gave no passkey: `cancelled` by a page or replaced by another request (nothing is said), `notUsed` or
 * `notCreated` (dismissed, timed out or not there: browsers do not tell which), `already` there, `unsupported` by this
 * browser, opened at the `wrongPlace`, or anything else.
 */
export type PasskeyFaultKind =
  | 'cancelled'
  | 'notUsed'
  | 'notCreated'
  | 'already'
  | 'unsupported'
  | 'wrongPlace'
  | 'failed'

/** The browser gave no passkey. Nothing was sent to the server. */
export class PasskeyFault extends Error {
  readonly kind: PasskeyFaultKind

  constructor(kind: PasskeyFaultKind) {
    super(kind)
    this.name = 'PasskeyFault'
    this.kind = kind
  }
}
