import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { Ceremony } from '#server/http/schemas/inputs.ts'
import { text, exact } from '#server/http/schemas/exact.ts'
import { beginTotp, confirmTotp } from '#server/totp/enrol.ts'
import { bareCode } from '#server/typed-code.ts'
import { removeTotp } from '#server/totp/remove.ts'

/** Six ASCII digits. Spaces and dashes are ignored. */
const TotpCode = z
  .string()
  .max(16)
  .transform((text) => bareCode(text))
  .pipe(z.string().regex(/^\d{6}$/, 'six digits'))
  .openapi({ type: 'string', pattern: '^\\d{6}$', examples: ['271828'] })

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export const totpRoutes = [
  actor(
    'post',
    '/totp',
    {
      summary: 'Get a secret for an authenticator app',
      description: 'Nothing is stored, and an older app keeps working, until a code confirms the new one.',
      answer: exact({
        ceremony: Ceremony,
        secret: text(SECRET),
        uri: text(
          `otpauth://totp/Latchkey:ada%40example.com?issuer=Latchkey&secret=${SECRET}&algorithm=SHA1&digits=6&period=30`,
        ),
        qr: text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 49 49"></svg>').openapi({
          description: 'the address as a QR code (SVG)',
        }),
      }),
      refusals: ['confirmation_required', 'touch_required', 'not_settled'],
    },
    beginTotp,
  ),
  actor(
    'post',
    '/totp/confirm',
    {
      summary: 'Turn the authenticator app on with its first code',
      description: 'Uses the code up. Replacing an older app ends the other sessions.',
      body: z.object({ ceremony: Ceremony, code: TotpCode }),
      refusals: ['confirmation_required', 'touch_required', 'not_settled', 'ceremony_over', 'code_wrong'],
    },
    confirmTotp,
  ),
  actor(
    'delete',
    '/totp',
    {
      summary: 'Turn the authenticator app off, and the password with it',
      description: 'Refused for the last way in. Other sessions end.',
      refusals: ['touch_required', 'not_settled', 'not_found', 'last_way_in'],
    },
    removeTotp,
  ),
] as const
