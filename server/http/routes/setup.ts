import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { becomeFirstOwner } from '#server/admin/setup/become-owner.ts'

/** 256 random bits in base64url. */
const SetupToken = z
  .string()
  .regex(/^[\w-]{43}$/)
  .openapi({ description: 'what follows # in the link', examples: ['5SdAQ2m0cyP7Q1r0XhTzYk0v8sK3gW9uN4fJbE6aLxM'] })

export const setupRoutes = [
  actor(
    'post',
    '/setup',
    {
      summary: 'Become the first owner',
      description:
        'With the link that the server writes into its data directory while there is no owner, and that `latchkey setup` prints.',
      body: z.object({ token: SetupToken }),
      refusals: ['not_found', 'touch_required', 'not_settled', 'not_ready'],
    },
    becomeFirstOwner,
  ),
] as const
