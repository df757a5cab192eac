import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge/caller.ts'
import {
  Accepted,
  Ceremony,
  CreationOptions,
  EmailInput,
  exact,
  MailboxCode,
  Name,
  Registration,
  User,
} from '#server/http/schemas/schemas.ts'
import { beginSignUp, confirmSignUp, finishSignUp } from '#server/sign-up/sign-up.ts'

export const signUpRoutes = [
  visitor(
    'post',
    '/sign-up',
    {
      summary: 'Ask for a code by e-mail',
      description: 'The answer is the same for a taken address; its letter says “you already have an account”.',
      counted: true,
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony }),
      status: 202,
    },
    beginSignUp,
  ),
  visitor(
    'post',
    '/sign-up/code',
    {
      summary: 'Type the code; get what a browser needs to make a passkey',
      description: 'Five tries. A taken address is like a wrong code.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      answer: exact({ ceremony: Ceremony, options: CreationOptions }),
      refusals: ['ceremony_over', 'code_wrong'],
    },
    confirmSignUp,
  ),
  visitor(
    'post',
    '/sign-up/passkey',
    {
      summary: 'Make the account with its first passkey, and sign in',
      description: 'Nothing is kept of a person before this. Without a name the passkey is called after what made it.',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'passkey_refused', 'email_taken', 'passkey_taken'],
      status: 201,
      opens: true,
    },
    finishSignUp,
  ),
] as const
