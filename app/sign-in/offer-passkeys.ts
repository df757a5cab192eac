import type { Begun, Picked } from '#app/sign-in/finish-sign-in.ts'
import { awaitAutofill, cancelPasskey, knowsAutofill } from '#app/_ui/passkeys/passkey-ceremony.ts'

/** The server lets a ceremony live for five minutes; the browser is given a fresh one well before. */
const FRESH = 4 * 60_000
const LOOK = 15_000
const RETRY = 20_000

/**
 * Keeps one pending request open, so that the list under the e-mail field offers passkeys for as long as the page is open.
 * `finish` tells whether the person is in. Returns what ends it.
 */
export function offerPasskeys(begin: () => Promise<Begun>, finish: (picked: Picked) => Promise<boolean>): () => void {
  let stopped = false
  let busy = false
  let turn = 0
  let staleAt = 0
  let refusals = 0

  async function arm() {
    const mine = ++turn
    staleAt = Date.now() + RETRY // for the case that the server cannot be reached
    const begun = await begin()
    if (stopped || busy || mine !== turn) return
    staleAt = Date.now() + FRESH
    const credential = await awaitAutofill(begun.options)
    if (stopped || busy) return

    busy = true
    const done = await finish({ ...begun, credential })
    busy = done
    // A picked passkey that was refused is offered again, but ever later: something may be picking by itself.
    staleAt = Date.now() + 1_000 * 2 ** ++refusals
    if (!done && !stopped) setTimeout(look, staleAt - Date.now() + 1)
  }

  function look() {
    // Without the focus, the person may be in the window their device opened: replacing the request would close it.
    const watched = document.visibilityState === 'visible' && document.hasFocus()
    if (!stopped && !busy && watched && Date.now() > staleAt) arm().catch(quiet)
  }

  const timer = setInterval(look, LOOK)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  knowsAutofill()
    .then((known) => (known && !stopped ? arm() : undefined))
    .catch(quiet)

  return () => {
    stopped = true
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
    cancelPasskey()
  }
}

/** A list that offers no passkey is no fault to speak of: there is the button. */
function quiet() {}
