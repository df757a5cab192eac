import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { tellSignedOut } from '#app/_ui/browser/session-news.ts'
import { answer, api } from '#app/_ui/api/api.ts'

/** Ends this session and says so on a whole new page, so that nothing of the account stays in the tab. */
export async function signOut(): Promise<void> {
  // Another device may have ended it before: that is what was wanted.
  await answer(api.session.$delete()).catch((thrown: unknown) => {
    if (!isRefusal(thrown, 'not_signed_in')) throw thrown
  })
  tellSignedOut()
  window.location.assign('/signed-out')
}
