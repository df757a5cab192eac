import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge/caller.ts'
import { CODE_LETTER, User, Accepted } from '#server/http/schemas/values.ts'
import { Name, EmailInput, InvitationToken, MailboxCode, Ceremony } from '#server/http/schemas/inputs.ts'
import { CreationOptions, Registration } from '#server/http/schemas/credentials.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { beginSignUp, confirmSignUp, finishSignUp } from '#server/sign-up/sign-up.ts'

const SIGN_UP = ['sign_up_closed', 'invitation_needed', 'invitation_over', 'not_found'] as const

export const signUpRoutes = [
  visitor(
    'post',
    '/sign-up',
    {
      summary: 'Ask for a code by e-mail',
      description:
        'The answer is the same for a taken address, whose letter says “you already have an account”, and for one of a domain that may not sign up. An invitation counts in every mode but `closed`.',
      refusals: SIGN_UP,
      counted: true,
      body: z.object({ email: EmailInput, invitation: InvitationToken.optional() }),
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
      refusals: ['ceremony_over', 'code_wrong', ...SIGN_UP],
    },
    confirmSignUp,
  ),
  visitor(
    'post',
    '/sign-up/passkey',
    {
      summary: 'Create the account with its first passkey, and sign in',
      description:
        'Nothing about a person is stored before this. Without a name the passkey is named after its provider or device. While administrators approve accounts, the answer is `waiting`, and no session is opened.',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({
        user: User,
        accepted: Accepted,
        waiting: z
          .literal(true)
          .optional()
          .openapi({ description: 'an administrator has to approve it', ...RARE }),
      }),
      refusals: ['ceremony_over', 'passkey_refused', 'email_taken', 'passkey_taken', ...SIGN_UP],
      status: 201,
      opens: 'sometimes',
    },
    finishSignUp,
  ),
] as const
