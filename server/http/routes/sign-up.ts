import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge/caller.ts'
import { CODE_LETTER, User, Accepted } from '#server/http/schemas/values.ts'
import { Name, EmailInput, MailboxCode, Ceremony } from '#server/http/schemas/inputs.ts'
import { CreationOptions, Registration } from '#server/http/schemas/credentials.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { beginSignUp, confirmSignUp, finishSignUp } from '#server/sign-up/sign-up.ts'

export const signUpRoutes = [
  visitor(
    'post',
    '/sign-up',
    {
      summary: 'Ask for a code by e-mail',
      description: 'The answer is the same for a taken address. Its letter says “you already have an account”.',
      counted: true,
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony, ...CODE_LETTER }),
      status: 202,
    },
    beginSignUp,
  ),
  visitor(
    'post',
    '/sign-up/code',
    {
      summary: 'Check the code, get the options for creating a passkey',
      description: 'Five tries. A taken address gets the same answer as a wrong code.',
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
      summary: 'Create the account with its first passkey, and sign in',
      description:
        'Nothing about a person is stored before this. Without a name the passkey is named after its provider or device.',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'passkey_refused', 'email_taken', 'passkey_taken'],
      status: 201,
      opens: true,
    },
    finishSignUp,
  ),
] as const
