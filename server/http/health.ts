import { z } from '@hono/zod-openapi'
import { checkHealth } from '#server/health.ts'
import { visitor } from '#server/http/edge.ts'

export const healthRoutes = [visitor('get', '/health', { summary: 'Is the server able to answer', answer: z.object({ status: z.literal('ok') }) }, checkHealth)] as const
