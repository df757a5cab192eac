import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge.ts'
import { Ceremony } from '#server/http/schemas.ts'
import { beginTotp, confirmTotp } from '#server/totp/enrol.ts'
import { removeTotp } from '#server/totp/remove.ts'

/** Six digits; spaces are forgiven, other writing systems' digits are not. */
const TotpCode = z.string().max(16).transform((text) => text.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, 'six digits')).openapi({ type: 'string', pattern: '^\\d{6}$' })

export const totpRoutes = [
  actor('post', '/totp', { summary: 'Get a secret for an authenticator app', answer: z.object({ ceremony: Ceremony, secret: z.string(), uri: z.string(), qr: z.string() }) }, beginTotp),
  actor('post', '/totp/confirm', { summary: 'Turn the authenticator app on with its first code', body: z.object({ ceremony: Ceremony, code: TotpCode }) }, confirmTotp),
  actor('delete', '/totp', { summary: 'Turn the authenticator app off, and the password with it' }, removeTotp),
] as const
