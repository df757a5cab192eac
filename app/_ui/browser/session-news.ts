const [ENDED, CHANNEL] = ['latchkey:session-ended', 'latchkey-session']

/** Tells this page that the server no longer knows its session. */
export function tellEnded(): void {
  window.dispatchEvent(new Event(ENDED))
}

/** Tells the other tabs of this browser that the person has signed out. */
export function tellSignedOut(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('signed-out')
  channel.close()
}

/** Hears both. Returns what stops it. */
export function hearOfSession({ onEnded, onSignedOut }: { onEnded: () => void; onSignedOut: () => void }): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', onSignedOut)
  window.addEventListener(ENDED, onEnded)
  return () => {
    channel.close()
    window.removeEventListener(ENDED, onEnded)
  }
}
