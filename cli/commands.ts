import type { Command } from '#cli/command.ts'
import { adminGrant } from '#cli/commands/admin-grant.ts'
import { adminList } from '#cli/commands/admin-list.ts'
import { adminRemove } from '#cli/commands/admin-remove.ts'
import { apply } from '#cli/commands/apply.ts'
import { backup } from '#cli/commands/backup.ts'
import { check } from '#cli/commands/check.ts'
import { endSessions } from '#cli/commands/end-sessions.ts'
import { health } from '#cli/commands/health.ts'
import { inviteCommand } from '#cli/commands/invite.ts'
import { keysList } from '#cli/commands/keys-list.ts'
import { mailTest } from '#cli/commands/mail-test.ts'
import { moveCommand } from '#cli/commands/move.ts'
import { peopleEndSessions } from '#cli/commands/people-end-sessions.ts'
import { peopleList } from '#cli/commands/people-list.ts'
import { peopleShow } from '#cli/commands/people-show.ts'
import { peopleSuspend } from '#cli/commands/people-suspend.ts'
import { peopleUnsuspend } from '#cli/commands/people-unsuspend.ts'
import { restore } from '#cli/commands/restore.ts'
import { setup } from '#cli/commands/setup.ts'
import { verifyActivity } from '#cli/commands/verify-activity.ts'

/** Every command, in the order of the help. */
export const COMMANDS: Command[] = [
  check,
  health,
  backup,
  restore,
  moveCommand,
  mailTest,
  keysList,
  setup,
  adminGrant,
  adminList,
  adminRemove,
  apply,
  inviteCommand,
  peopleList,
  peopleShow,
  peopleSuspend,
  peopleUnsuspend,
  peopleEndSessions,
  endSessions,
  verifyActivity,
]
