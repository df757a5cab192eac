import { listServiceKeys, makeServiceKey, revokeServiceKey } from '#server/admin/service-keys/change.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { AppKey, ServiceKey, ShownName } from '#server/http/schemas/access.ts'
import { Until } from '#server/http/schemas/admin.ts'
import { exact, text } from '#server/http/schemas/exact.ts'
import { Id } from '#server/http/schemas/values.ts'
import { z } from '@hono/zod-openapi'

export const adminServiceKeyRoutes = [
  admin(
    'get',
    '/admin/service-keys',
    { summary: 'List service keys', answer: exact({ keys: z.array(ServiceKey) }), refusals: CLOSED },
    listServiceKeys,
  ),
  admin(
    'post',
    '/admin/service-keys',
    {
      summary: 'Make a service key',
      description: 'A program of the app asks for decisions with it. The token is shown once.',
      body: z.object({ app: AppKey, name: ShownName, expiresAt: Until }),
      answer: exact({ id: Id, token: text('lks_5SdAQ2m0cyP7Q1r0XhTzYk0v8sK3gW9uN4fJbE6aLxM') }),
      refusals: [...TOUCHED, 'conflict'],
    },
    makeServiceKey,
  ),
  admin(
    'delete',
    '/admin/service-keys/{id}',
    { summary: 'Revoke a service key', params: z.object({ id: Id }), refusals: TOUCHED },
    revokeServiceKey,
  ),
] as const
