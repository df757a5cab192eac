const [ENDED, CHANNEL] = ['latchkey:session-ended', 'latchkey-session']

/** Tells this page that the server no longer knows its session. */
export function tellEnded(): void {
  window.dispatchEvent(new Event(ENDED))
}

let own: BroadcastChannel | undefined

/** The one channel of this page: what a page says on it reaches every other page, and not the page itself. */
function channel(): BroadcastChannel {
  own ??= new BroadcastChannel(CHANNEL)
  return own
}

/** Tells the other tabs of this browser that the person has signed out. */
export function tellSignedOut(): void {
  channel().postMessage('signed-out')
}

/** Hears both. Returns what stops it. */
export function hearOfSession({ onEnded, onSignedOut }: { onEnded: () => void; onSignedOut: () => void }): () => void {
  channel().addEventListener('message', onSignedOut)
  window.addEventListener(ENDED, onEnded)
  return () => {
    channel().removeEventListener('message', onSignedOut)
    window.removeEventListener(ENDED, onEnded)
  }
}
