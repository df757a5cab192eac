import { answer, api } from '#app/_ui/api/api.ts'

/** Ends this session, and opens the page for signing in, which leads back to this one. */
export async function signInAgain(): Promise<void> {
  await answer(api.session.$delete())
  window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
}
