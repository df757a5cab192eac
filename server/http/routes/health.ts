import { z } from '@hono/zod-openapi'
import { checkHealth } from '#server/health.ts'
import { machine } from '#server/http/edge/caller.ts'
import { exact } from '#server/http/schemas/exact.ts'

export const healthRoutes = [
  machine(
    'get',
    '/health',
    {
      summary: 'Check that the server can answer',
      description: 'Reads from the database. Works with any host name.',
      answer: exact({ status: z.literal('ok') }),
    },
    checkHealth,
  ),
] as const
