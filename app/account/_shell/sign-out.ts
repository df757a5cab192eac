import { answer, api } from '#app/_ui/api/api.ts'

/** Ends this session and says so on a whole new page, so that nothing of the account stays in the tab. */
export async function signOut(): Promise<void> {
  await answer(api.session.$delete())
  window.location.assign('/signed-out')
}
