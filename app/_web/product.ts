import { theWorld } from '#server/world.ts'

/** What the operator calls this place, and the address of the mark they gave it. */
export function product(): { name: string; mark: string | undefined } {
  const { rp, brand } = theWorld().config
  return { name: rp.name, mark: brand.mark?.path }
}

/** Where the operator's colours and the icon for the tab are, if they are not ours. */
export function brandFiles(): { stylesheet: string | undefined; icon: string | undefined } {
  const { stylesheet, icon } = theWorld().config.brand
  return { stylesheet: stylesheet?.path, icon: icon?.path }
}

/** Where the operator helps, and what they ask people to agree to. */
export function operatorPages() {
  const { support, terms, privacy } = theWorld().config.brand
  return { support, terms, privacy }
}

/** The server's time, epoch milliseconds. */
export function serverNow(): number {
  return theWorld().now()
}

/** Tells whether letters stay on this server, to be read at /mailbox. */
export function keepsLetters(): boolean {
  return theWorld().transport.name === 'mailbox'
}

/** How long a recovery waits, in milliseconds. */
export function recoveryDelay(): number {
  return theWorld().config.recoveryDelay
}
