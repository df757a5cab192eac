import { MANIFEST, touchIconOf } from '#server/brand/install.ts'
import { theWorld } from '#server/world.ts'

/** What the operator calls this place, and the address of the mark they gave it. */
export function product(): { name: string; mark: string | undefined } {
  const { rp, brand } = theWorld().config
  return { name: rp.name, mark: brand.mark?.path }
}

/**
 * Where the operator's colours and the icon for the tab are, if they are not ours; and what an installed app needs: its manifest, and
 * an icon for the home screen of an iPhone.
 */
export function brandFiles() {
  const { brand } = theWorld().config
  const { stylesheet, icon } = brand
  return { stylesheet: stylesheet?.path, icon: icon?.path, manifest: MANIFEST, touchIcon: touchIconOf(brand) }
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
