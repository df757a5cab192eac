import { answer, api } from '#app/_ui/api/api.ts'
import type { Progress } from '#app/recover/progress.ts'

/** Sends a code to the address, and tells the step that asks for it. */
export async function sendCode(email: string): Promise<Progress> {
  const begun = await answer(api.recovery.$post({ json: { email } }))
  return { step: 'code', email, ...begun }
}
