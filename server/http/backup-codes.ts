import { z } from '@hono/zod-openapi'
import { makeBackupCodes } from '#server/backup-codes/make.ts'
import { readBackupCodes } from '#server/backup-codes/read.ts'
import { actor } from '#server/http/edge.ts'
import { Time } from '#server/http/schemas.ts'

export const backupCodeRoutes = [
  actor('get', '/backup-codes', { summary: 'How many backup codes are left', answer: z.object({ remaining: z.number().int(), createdAt: Time.optional() }) }, readBackupCodes),
  actor('post', '/backup-codes', { summary: 'Make ten new backup codes; the old ones end', answer: z.object({ codes: z.array(z.string()) }) }, makeBackupCodes),
] as const
