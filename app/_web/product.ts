import { theWorld } from '#server/world.ts'

/** What the operator calls this place. */
export function productName(): string {
  return theWorld().config.rp.name
}

/** The server's time, epoch milliseconds. */
export function serverNow(): number {
  return theWorld().now()
}

/** Tells whether letters stay on this server, to be read at /mailbox. */
export function keepsLetters(): boolean {
  return theWorld().transport.name === 'mailbox'
}
