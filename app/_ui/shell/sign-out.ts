import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { holdSignIns } from '#app/_ui/browser/sign-in-memory.ts'
import { tellSignedOut } from '#app/_ui/browser/session-news.ts'
import { answer, api } from '#app/_ui/api/api.ts'

/** Ends this session and says so on a whole new page, so that nothing of the account stays in the tab or the browser. */
export async function signOut(): Promise<void> {
  const putBack = holdSignIns()
  const there = await answer(api.session.$delete()).then(
    () => '/signed-out',
    // Another device has ended it before, as the page for signing in says.
    (thrown: unknown) => {
      if (isRefusal(thrown, 'not_signed_in')) return '/sign-in'
      throw thrown
    },
  )
  putBack()
  tellSignedOut()
  window.location.assign(there)
}
