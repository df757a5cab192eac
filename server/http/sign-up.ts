import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge.ts'
import { Accepted, Ceremony, CreationOptions, EmailInput, MailboxCode, Name, Registration, User } from '#server/http/schemas.ts'
import { beginSignUp, confirmSignUp, finishSignUp } from '#server/users/sign-up.ts'

export const signUpRoutes = [
  visitor(
    'post',
    '/sign-up',
    { summary: 'Ask for a code by e-mail', counted: true, body: z.object({ email: EmailInput }), answer: z.object({ ceremony: Ceremony }), status: 202 },
    beginSignUp,
  ),
  visitor(
    'post',
    '/sign-up/code',
    {
      summary: 'Type the code; get what a browser needs to make a passkey',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      answer: z.object({ ceremony: Ceremony, options: CreationOptions }),
    },
    confirmSignUp,
  ),
  visitor(
    'post',
    '/sign-up/passkey',
    {
      summary: 'Make the account with its first passkey, and sign in',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: z.object({ user: User, accepted: Accepted }),
      status: 201,
      opens: true,
    },
    finishSignUp,
  ),
] as const
