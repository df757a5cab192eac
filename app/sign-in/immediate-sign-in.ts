import { getImmediatePasskey } from '#app/_ui/passkeys/immediate-passkey.ts'
import { carryRefusal } from '#app/sign-in/carried-refusal.ts'
import { beginSignIn, finishSignIn, type Picked } from '#app/sign-in/finish-sign-in.ts'

/**
 * Signs in with a passkey that the browser has at hand. Returns false if nobody is signed in after it: quietly if no passkey was
 * used, and with the refusal kept for the sign-in page if the server refused one.
 */
export async function signInImmediately(): Promise<boolean> {
  const picked = await pick().catch(() => undefined)
  if (!picked) return false
  try {
    await finishSignIn(picked)
    return true
  } catch (thrown) {
    carryRefusal(thrown)
    return false
  }
}

async function pick(): Promise<Picked> {
  const begun = await beginSignIn()
  return { ...begun, credential: await getImmediatePasskey(begun.options) }
}
