import { z } from '@hono/zod-openapi'
import { checkHealth } from '#server/health.ts'
import { machine } from '#server/http/edge/caller.ts'
import { exact } from '#server/http/schemas/schemas.ts'

export const healthRoutes = [
  machine(
    'get',
    '/health',
    {
      summary: 'Is the server able to answer',
      description: 'Asks the database. Answers by any host name.',
      answer: exact({ status: z.literal('ok') }),
    },
    checkHealth,
  ),
] as const
