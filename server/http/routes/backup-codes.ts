import { z } from '@hono/zod-openapi'
import { makeBackupCodes } from '#server/backup-codes/make.ts'
import { readBackupCodes } from '#server/backup-codes/read.ts'
import { actor } from '#server/http/edge/caller.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { Count, Time } from '#server/http/schemas/values.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

/** The number of unused codes. */
export const Codes = exact({ remaining: Count.openapi({ examples: [10] }), createdAt: Time.optional() })
/** The codes, returned this once. */
export const WrittenCodes = z.array(text(SAMPLE.backupCodes[0])).openapi({ examples: [SAMPLE.backupCodes] })

export const backupCodeRoutes = [
  actor('get', '/backup-codes', { summary: 'How many backup codes are left', answer: Codes }, readBackupCodes),
  actor(
    'post',
    '/backup-codes',
    {
      summary: 'Create ten new backup codes and delete the old ones',
      description: 'They are returned this once. Only hashes are stored.',
      answer: exact({ codes: WrittenCodes }),
      refusals: ['confirmation_required', 'touch_required', 'not_settled'],
    },
    makeBackupCodes,
  ),
] as const
