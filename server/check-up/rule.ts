/** What an account has to be entered with. Times are epoch milliseconds. */
export type AccountFacts = {
  passkeys: { name: string; synced: boolean; lastUsedAt: number | undefined }[]
  totp: boolean
  codesLeft: number
  password: boolean
  addresses: number
}

export type Loss = {
  what: 'device' | 'phone' | 'mailbox'
  /** The person gets back in at once, without the 24-hour wait. */
  fine: boolean
  sentence: string
}

export type NextStep = { step: 'backup_codes' | 'passkey' | 'totp' | 'email'; sentence: string }

/** What happens if this device, the phone or the mailbox is lost, and the one next step that helps most (if any does). */
export type CheckUp = { losses: Loss[]; next?: NextStep }

/** Judges an account in plain sentences. */
export function judgeAccount(facts: AccountFacts): CheckUp {
  return { losses: [lossOfDevice(facts), lossOfPhone(facts), lossOfMailbox(facts)], next: nextStep(facts) }
}

function lossOfDevice(facts: AccountFacts): Loss {
  const synced = facts.passkeys.find((passkey) => passkey.synced)
  const [, other] = facts.passkeys
  const left = [
    synced && `your synced passkey “${synced.name}” on another device`,
    !synced && other && 'your other passkey, if it is not on the same device',
    facts.totp && 'your mailbox and a code from your authenticator app',
    facts.codesLeft > 0 && 'your mailbox and a backup code',
  ].filter((way) => typeof way === 'string')
  return loss('device', 'this device', left)
}

/** The phone is taken to hold the authenticator app and every passkey that lives on one device only. */
function lossOfPhone(facts: AccountFacts): Loss {
  const synced = facts.passkeys.find((passkey) => passkey.synced)
  const left = [
    synced && `your synced passkey “${synced.name}” on another device`,
    facts.codesLeft > 0 && (facts.password ? 'your password or mailbox, and a backup code' : 'your mailbox and a backup code'),
  ].filter((way) => typeof way === 'string')
  return loss('phone', facts.totp ? 'the phone with your authenticator app' : 'your phone', left)
}

function lossOfMailbox(facts: AccountFacts): Loss {
  const left = [
    facts.passkeys.length > 0 && (facts.passkeys.length > 1 ? 'your passkeys' : 'your passkey'),
    facts.password && (facts.totp || facts.codesLeft > 0) && 'your password and a code',
  ].filter((way) => typeof way === 'string')
  const spare = facts.addresses > 1 ? ' Your other address still gets our letters and can help you back in.' : ' Without your passkeys, though, nobody could let you back in: a second address would.'
  const { fine, sentence } = loss('mailbox', 'your mailbox', left)
  return { what: 'mailbox', fine: fine && facts.addresses > 1, sentence: sentence + spare }
}

function loss(what: Loss['what'], name: string, ways: string[]): Loss {
  if (ways.length === 0) return { what, fine: false, sentence: `If you lose ${name}, the only way back is your mailbox and a wait of at least 24 hours.` }
  return { what, fine: true, sentence: `If you lose ${name}, you can still sign in with ${ways.join(', or with ')}.` }
}

function nextStep({ passkeys, totp, codesLeft, addresses }: AccountFacts): NextStep | undefined {
  if (codesLeft === 0) return { step: 'backup_codes', sentence: 'Make backup codes and keep them on paper: they work when every device is gone.' }
  if (codesLeft <= 2) return { step: 'backup_codes', sentence: `Only ${codesLeft === 1 ? 'one backup code is' : `${codesLeft} backup codes are`} left. Make new ones.` }
  if (passkeys.length < 2) return { step: 'passkey', sentence: 'Add a passkey on a second device, so that losing one changes nothing.' }
  if (addresses < 2) return { step: 'email', sentence: 'Add a second e-mail address, so that losing one mailbox changes nothing.' }
  if (!totp) return { step: 'totp', sentence: 'Set up an authenticator app, for a computer that is not yours.' }
  return undefined
}
