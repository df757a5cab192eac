import { readSignUpMode } from '#server/sign-up/rule.ts'
import { theWorld } from '#server/world.ts'

export type { SignUpMode } from '#server/config/sign-up.ts'

/** Who may sign up. */
export function signUpMode() {
  return readSignUpMode(theWorld())
}
