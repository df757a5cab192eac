import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge.ts'
import { Accepted, Assertion, Ceremony, RequestOptions, User } from '#server/http/schemas.ts'
import { beginSignIn, finishSignIn } from '#server/sessions/sign-in.ts'

export const signInRoutes = [
  visitor(
    'post',
    '/sign-in/options',
    { summary: 'Get what a browser needs to sign in with a passkey', counted: true, answer: z.object({ ceremony: Ceremony, options: RequestOptions }) },
    beginSignIn,
  ),
  visitor(
    'post',
    '/sign-in',
    {
      summary: 'Sign in with a passkey',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Assertion }),
      answer: z.object({ user: User, accepted: Accepted }),
      opens: true,
    },
    finishSignIn,
  ),
] as const
