import { access } from '#tests/states/access.ts'
import { firstDay, lateDay } from '#tests/states/account.ts'
import { administration } from '#tests/states/administration.ts'
import { confirmation } from '#tests/states/confirmation.ts'
import { emails } from '#tests/states/emails.ts'
import { fallbacks } from '#tests/states/fallbacks.ts'
import { front } from '#tests/states/front.ts'
import { cancelLink } from '#tests/states/links.ts'
import { noScript } from '#tests/states/no-script.ts'
import { passkeys } from '#tests/states/passkeys.ts'
import { password } from '#tests/states/password.ts'
import { picture } from '#tests/states/picture.ts'
import { over, secondCode, wait } from '#tests/states/recover.ts'
import { removed } from '#tests/states/removed.ts'
import { setup } from '#tests/states/setup.ts'
import { oldBrowsers, signIn } from '#tests/states/sign-in.ts'
import { signUpModes } from '#tests/states/sign-up-modes.ts'
import { signUp, taken } from '#tests/states/sign-up.ts'
import type { Story } from '#tests/states/story.ts'
import { trouble } from '#tests/states/trouble.ts'

/** Every page and state, for the pictures and for axe. */
export const STORIES: readonly Story[] = [
  front,
  setup,
  signUp,
  taken,
  signIn,
  oldBrowsers,
  password,
  secondCode,
  wait,
  over,
  cancelLink,
  firstDay,
  lateDay,
  picture,
  passkeys,
  fallbacks,
  emails,
  removed,
  confirmation,
  administration,
  access,
  signUpModes,
  trouble,
  noScript,
]
