import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge/caller.ts'
import { Accepted, Assertion, Ceremony, exact, RequestOptions, User } from '#server/http/schemas/schemas.ts'
import { beginSignIn, finishSignIn } from '#server/sign-in/passkey.ts'

export const signInRoutes = [
  visitor(
    'post',
    '/sign-in/options',
    {
      summary: 'Get what a browser needs to sign in with a passkey',
      description: 'Any passkey of this site: no address is asked for. Writes nothing.',
      counted: 'as a read',
      answer: exact({ ceremony: Ceremony, options: RequestOptions }),
    },
    beginSignIn,
  ),
  visitor(
    'post',
    '/sign-in',
    {
      summary: 'Sign in with a passkey',
      description: 'The ceremony is spent, whether or not it is right. A planned deletion of the account is off.',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Assertion }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'unknown_passkey', 'sign_in_failed'],
      opens: true,
    },
    finishSignIn,
  ),
] as const
