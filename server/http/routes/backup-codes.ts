import { z } from '@hono/zod-openapi'
import { makeBackupCodes } from '#server/backup-codes/make.ts'
import { readBackupCodes } from '#server/backup-codes/read.ts'
import { actor } from '#server/http/edge/caller.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { Count, exact, text, Time } from '#server/http/schemas/schemas.ts'

/** How many are left. */
export const Codes = exact({ remaining: Count.openapi({ examples: [10] }), createdAt: Time.optional() })
/** The codes themselves, this once. */
export const WrittenCodes = z.array(text(SAMPLE.backupCodes[0])).openapi({ examples: [SAMPLE.backupCodes] })

export const backupCodeRoutes = [
  actor('get', '/backup-codes', { summary: 'How many backup codes are left', answer: Codes }, readBackupCodes),
  actor(
    'post',
    '/backup-codes',
    {
      summary: 'Make ten new backup codes; the old ones end',
      description: 'They are shown this once; only hashes are kept.',
      answer: exact({ codes: WrittenCodes }),
      refusals: ['confirmation_required'],
    },
    makeBackupCodes,
  ),
] as const
