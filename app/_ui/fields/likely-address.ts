/** Where most mailboxes are, and the real domains that are a letter away from one of them. */
const KNOWN = [
  'gmail.com',
  'ymail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'posteo.de',
  'mailbox.org',
  'freenet.de',
  't-online.de',
  'web.de',
  'gmx.de',
  'gmx.net',
  'aol.com',
  'mail.com',
  'email.com',
  'example.com',
]

/**
 * Returns the address with the well-known domain that was probably meant: one letter is missing, wrong, doubled or
 * swapped with the next. Returns nothing for a domain that is known, or may be in the middle of being typed.
 */
export function likelyAddress(email: string): string | undefined {
  const [local, domain = '', ...rest] = email.trim().toLowerCase().split('@')
  if (!local || rest.length > 0 || KNOWN.some((known) => known.startsWith(domain))) return undefined
  const meant = KNOWN.find((known) => isOneEditAway(domain, known))
  return meant && `${email.trim().split('@')[0]}@${meant}`
}

function isOneEditAway(typed: string, known: string): boolean {
  let at = 0
  while (at < known.length && typed[at] === known[at]) at += 1
  const [left, right] = [typed.slice(at), known.slice(at)]
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  )
}
