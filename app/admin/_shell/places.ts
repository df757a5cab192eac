import {
  House,
  type Icon,
  IdCard,
  LockKeyhole,
  Mail,
  MailCheck,
  ScrollText,
  Settings,
  UserPlus,
  Users,
} from '#app/_ui/marks/icons.ts'
import type { Permission } from '#app/_web/admin.ts'
import type { Catalogue } from '#server/words/en.ts'

type Place = {
  href: string
  name: keyof Catalogue['admin']['pages']
  icon: Icon
  permission: Permission
  /** Other pages that belong to it. */
  also?: readonly string[]
}

/** The pages of administration, in the order in which they are listed. Each is listed for people with its permission. */
export const PLACES: readonly Place[] = [
  { href: '/admin', name: 'overview', icon: House, permission: 'read:people' },
  { href: '/admin/people', name: 'people', icon: Users, permission: 'read:people' },
  { href: '/admin/invitations', name: 'invitations', icon: MailCheck, permission: 'read:invitations' },
  { href: '/admin/approvals', name: 'approvals', icon: UserPlus, permission: 'approve:people' },
  {
    href: '/admin/groups',
    name: 'access',
    icon: IdCard,
    permission: 'read:access',
    also: ['/admin/roles', '/admin/policies'],
  },
  { href: '/admin/audit', name: 'audit', icon: ScrollText, permission: 'read:audit' },
  { href: '/admin/mail', name: 'mail', icon: Mail, permission: 'read:mail' },
  { href: '/admin/keys', name: 'keys', icon: LockKeyhole, permission: 'read:keys' },
  { href: '/admin/settings', name: 'settings', icon: Settings, permission: 'read:settings' },
]
