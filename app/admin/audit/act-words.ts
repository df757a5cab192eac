import {
  CircleAlert,
  CircleUser,
  Clock,
  type Icon,
  KeyRound,
  LogOut,
  Mail,
  Settings,
  ShieldCheck,
  Trash2,
  TriangleAlert,
  UserPlus,
  Users,
} from '#app/_ui/marks/icons.ts'
import type { AdminAct, Named, ShownAct } from '#app/_web/admin.ts'
import { isOwnRole } from '#app/_web/own.ts'
import type { WordsOf } from '#app/_web/words.tsx'

/** The icon of each act. The compiler keeps the list complete. */
const ICONS: Record<AdminAct, Icon> = {
  first_owner_made: UserPlus,
  person_suspended: TriangleAlert,
  person_unsuspended: ShieldCheck,
  sessions_ended: LogOut,
  recovery_cancelled: Clock,
  role_granted: UserPlus,
  role_removed: CircleUser,
  roles_confirmed: ShieldCheck,
  sign_up_changed: Settings,
  invited: Mail,
  invitation_revoked: Trash2,
  person_approved: ShieldCheck,
  person_declined: Trash2,
  group_put: Users,
  group_removed: Users,
  member_put: Users,
  member_removed: Users,
  app_role_put: Settings,
  app_role_removed: Settings,
  app_role_given: Settings,
  app_role_taken: Settings,
  policy_put: Settings,
  policy_removed: Settings,
  service_key_made: KeyRound,
  service_key_revoked: KeyRound,
  letters_retried: Mail,
}

type Say = WordsOf<'adminAudit'>

/** What an administrator did in words, with its icon. */
export function actWords(
  { act, actor, target, details: { role } }: Pick<ShownAct, 'act' | 'actor' | 'target' | 'details'>,
  named: readonly Named[],
  { say, roles }: { say: Say; roles: WordsOf<'admin'> },
): { icon: Icon; sentence: string } {
  if (!isKnown(act)) return { icon: CircleAlert, sentence: say('acts.unheard', { act }) }
  const sentence = say(`acts.${act}`, {
    who: nameOf(actor, named, say),
    whom: nameOf(target, named, say),
    target,
    role: typeof role === 'string' && isOwnRole(role) ? roles(`roles.${role}`) : '',
  })
  return { icon: ICONS[act], sentence }
}

function isKnown(act: string): act is AdminAct {
  return Object.hasOwn(ICONS, act)
}

/** How somebody is called: by their name, or else by their address while the account exists. */
function nameOf(id: string, named: readonly Named[], say: Say): string {
  if (id === 'operator') return say('operator')
  const person = named.find((each) => each.id === id)
  if (!person) return say('gone', { id })
  return person.name === '' ? person.email : person.name
}
