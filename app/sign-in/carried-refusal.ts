let refusal: unknown

/** Keeps why a sign-in on another page came to nothing, or nothing, for the sign-in page: in this tab's memory only. */
export function carryRefusal(thrown: unknown): void {
  refusal = thrown
}

/** What was thrown on the page before, if the person picked a passkey there that did not sign them in. */
export function carriedRefusal(): unknown {
  return refusal
}
