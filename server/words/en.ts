import { account } from '#server/words/en/account.ts'
import { admin } from '#server/words/en/admin.ts'
import { shell } from '#server/words/en/shell.ts'
import { accountLetters } from '#server/words/en/account-letters.ts'
import { activity } from '#server/words/en/activity.ts'
import { checkUp } from '#server/words/en/check-up.ts'
import { codeLetters } from '#server/words/en/code-letters.ts'
import { codes } from '#server/words/en/codes.ts'
import { components } from '#server/words/en/components.ts'
import { confirmation } from '#server/words/en/confirmation.ts'
import { data } from '#server/words/en/data.ts'
import { devices } from '#server/words/en/devices.ts'
import { emailLetters } from '#server/words/en/email-letters.ts'
import { emails } from '#server/words/en/emails.ts'
import { factorLetters } from '#server/words/en/factor-letters.ts'
import { fallbacks } from '#server/words/en/fallbacks.ts'
import { faults } from '#server/words/en/faults.ts'
import { footer } from '#server/words/en/footer.ts'
import { home } from '#server/words/en/home.ts'
import { invited } from '#server/words/en/invited.ts'
import { letters } from '#server/words/en/letters.ts'
import { links } from '#server/words/en/links.ts'
import { notMe } from '#server/words/en/not-me.ts'
import { noticeLetters } from '#server/words/en/notice-letters.ts'
import { passkeyLetters } from '#server/words/en/passkey-letters.ts'
import { removedLetters } from '#server/words/en/removed-letters.ts'
import { removed } from '#server/words/en/removed.ts'
import { passkeys } from '#server/words/en/passkeys.ts'
import { passwords } from '#server/words/en/passwords.ts'
import { places } from '#server/words/en/places.ts'
import { rehearsal } from '#server/words/en/rehearsal.ts'
import { reasons } from '#server/words/en/reasons.ts'
import { recover } from '#server/words/en/recover.ts'
import { recoveryLetters } from '#server/words/en/recovery-letters.ts'
import { refusals } from '#server/words/en/refusals.ts'
import { sessions } from '#server/words/en/sessions.ts'
import { setup } from '#server/words/en/setup.ts'
import { signIn } from '#server/words/en/sign-in.ts'
import { adminSignUp } from '#server/words/en/admin-sign-up.ts'
import { adminAudit } from '#server/words/en/admin-audit.ts'
import { adminAccess } from '#server/words/en/admin-access.ts'
import { adminGroups } from '#server/words/en/admin-groups.ts'
import { adminAppRoles } from '#server/words/en/admin-app-roles.ts'
import { adminPolicies } from '#server/words/en/admin-policies.ts'
import { adminServiceKeys } from '#server/words/en/admin-service-keys.ts'
import { adminKeys } from '#server/words/en/admin-keys.ts'
import { adminMail } from '#server/words/en/admin-mail.ts'
import { adminOverview } from '#server/words/en/admin-overview.ts'
import { adminPeople } from '#server/words/en/admin-people.ts'
import { adminPerson } from '#server/words/en/admin-person.ts'
import { adminLetters } from '#server/words/en/admin-letters.ts'
import { signInLetters } from '#server/words/en/sign-in-letters.ts'
import { signUpLetters } from '#server/words/en/sign-up-letters.ts'
import { signUp } from '#server/words/en/sign-up.ts'
import { trouble } from '#server/words/en/trouble.ts'

/** Every sentence in English. Its keys are those of every other language. */
export const en = {
  components,
  footer,
  faults,
  refusals,
  reasons,
  home,
  signUp,
  invited,
  signIn,
  recover,
  links,
  places,
  setup,
  shell,
  account,
  admin,
  adminSignUp,
  adminOverview,
  adminPeople,
  adminPerson,
  adminAudit,
  adminMail,
  adminAccess,
  adminGroups,
  adminAppRoles,
  adminPolicies,
  adminServiceKeys,
  adminKeys,
  checkUp,
  confirmation,
  codes,
  trouble,
  passkeys,
  fallbacks,
  emails,
  sessions,
  activity,
  notMe,
  rehearsal,
  data,
  passwords,
  devices,
  letters,
  codeLetters,
  accountLetters,
  passkeyLetters,
  removed,
  removedLetters,
  signInLetters,
  signUpLetters,
  adminLetters,
  recoveryLetters,
  factorLetters,
  emailLetters,
  noticeLetters,
} as const

export type Catalogue = typeof en
