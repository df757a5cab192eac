import {
  Clock,
  Cloud,
  type Icon,
  KeyRound,
  LifeBuoy,
  Mail,
  Monitor,
  RectangleEllipsis,
  ShieldCheck,
  Smartphone,
} from '#app/_ui/marks/icons.ts'
import type { Loss, Way } from '#app/_web/own.ts'

export const WAY_ICONS: Record<Way, Icon> = {
  synced_passkey: Cloud,
  passkey: KeyRound,
  app: ShieldCheck,
  codes: LifeBuoy,
  password: RectangleEllipsis,
  wait: Clock,
}

export const LOST_ICONS: Record<Loss['what'], Icon> = { device: Monitor, phone: Smartphone, mailbox: Mail }
