import type { Translated } from '#server/words/catalogue.ts'
import { account } from '#server/words/de/account.ts'
import { admin } from '#server/words/de/admin.ts'
import { shell } from '#server/words/de/shell.ts'
import { accountLetters } from '#server/words/de/account-letters.ts'
import { activity } from '#server/words/de/activity.ts'
import { checkUp } from '#server/words/de/check-up.ts'
import { codeLetters } from '#server/words/de/code-letters.ts'
import { codes } from '#server/words/de/codes.ts'
import { components } from '#server/words/de/components.ts'
import { confirmation } from '#server/words/de/confirmation.ts'
import { data } from '#server/words/de/data.ts'
import { devices } from '#server/words/de/devices.ts'
import { emailLetters } from '#server/words/de/email-letters.ts'
import { emails } from '#server/words/de/emails.ts'
import { factorLetters } from '#server/words/de/factor-letters.ts'
import { fallbacks } from '#server/words/de/fallbacks.ts'
import { faults } from '#server/words/de/faults.ts'
import { footer } from '#server/words/de/footer.ts'
import { home } from '#server/words/de/home.ts'
import { invited } from '#server/words/de/invited.ts'
import { letters } from '#server/words/de/letters.ts'
import { links } from '#server/words/de/links.ts'
import { notMe } from '#server/words/de/not-me.ts'
import { noticeLetters } from '#server/words/de/notice-letters.ts'
import { passkeyLetters } from '#server/words/de/passkey-letters.ts'
import { removedLetters } from '#server/words/de/removed-letters.ts'
import { removed } from '#server/words/de/removed.ts'
import { passkeys } from '#server/words/de/passkeys.ts'
import { passwords } from '#server/words/de/passwords.ts'
import { places } from '#server/words/de/places.ts'
import { rehearsal } from '#server/words/de/rehearsal.ts'
import { reasons } from '#server/words/de/reasons.ts'
import { recover } from '#server/words/de/recover.ts'
import { recoveryLetters } from '#server/words/de/recovery-letters.ts'
import { refusals } from '#server/words/de/refusals.ts'
import { sessions } from '#server/words/de/sessions.ts'
import { setup } from '#server/words/de/setup.ts'
import { signIn } from '#server/words/de/sign-in.ts'
import { adminSignUp } from '#server/words/de/admin-sign-up.ts'
import { adminAudit } from '#server/words/de/admin-audit.ts'
import { adminAccess } from '#server/words/de/admin-access.ts'
import { adminGroups } from '#server/words/de/admin-groups.ts'
import { adminAppRoles } from '#server/words/de/admin-app-roles.ts'
import { adminPolicies } from '#server/words/de/admin-policies.ts'
import { adminServiceKeys } from '#server/words/de/admin-service-keys.ts'
import { adminKeys } from '#server/words/de/admin-keys.ts'
import { adminMail } from '#server/words/de/admin-mail.ts'
import { adminOverview } from '#server/words/de/admin-overview.ts'
import { adminPeople } from '#server/words/de/admin-people.ts'
import { adminPerson } from '#server/words/de/admin-person.ts'
import { adminLetters } from '#server/words/de/admin-letters.ts'
import { signInLetters } from '#server/words/de/sign-in-letters.ts'
import { signUpLetters } from '#server/words/de/sign-up-letters.ts'
import { signUp } from '#server/words/de/sign-up.ts'
import { trouble } from '#server/words/de/trouble.ts'
import type { Catalogue } from '#server/words/en.ts'

/** Every sentence in German. */
export const de: Translated<Catalogue> = {
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
}
