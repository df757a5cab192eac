import { z } from '@hono/zod-openapi'
import { actor, visitor } from '#server/http/edge/caller.ts'
import {
  Accepted,
  Ceremony,
  Code,
  EmailInput,
  exact,
  PasswordInput,
  RARE,
  text,
  User,
} from '#server/http/schemas/schemas.ts'
import { removePassword } from '#server/passwords/remove.ts'
import { checkPassword, setPassword } from '#server/passwords/set.ts'
import { beginPasswordSignIn, finishPasswordSignIn } from '#server/sign-in/password.ts'

const Strength = exact({
  score: z
    .number()
    .int()
    .min(0)
    .max(4)
    .openapi({ description: 'an estimate: 0 is guessed at once, 4 hardly ever', examples: [3] }),
  reason: z
    .string()
    .optional()
    .openapi({ ...RARE, description: 'why it would be refused' }),
  suggestions: z.array(text('Add more words that are less common.')),
}).openapi('Strength')

export const passwordRoutes = [
  visitor(
    'post',
    '/sign-in/password',
    {
      summary: 'Sign in with a password: the first step',
      description: 'Refused alike for an unknown address, for one without a password, and for a wrong password.',
      counted: true,
      body: z.object({ email: EmailInput, password: PasswordInput }),
      answer: exact({ ceremony: Ceremony }),
      refusals: ['sign_in_failed'],
    },
    beginPasswordSignIn,
  ),
  visitor(
    'post',
    '/sign-in/second-step',
    {
      summary: 'Sign in with a password: the code that follows it',
      description:
        'Who is here has proven the password, so a wrong code is told as one. Five wrong ones, then fifteen minutes.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'code_wrong'],
      opens: true,
    },
    finishPasswordSignIn,
  ),
  actor(
    'put',
    '/password',
    {
      summary: 'Set or change the password',
      description: 'Only beside an authenticator app. Other sessions end.',
      body: z.object({ password: PasswordInput }),
      refusals: ['confirmation_required', 'password_too_weak', 'forbidden'],
    },
    setPassword,
  ),
  actor(
    'post',
    '/password/check',
    {
      summary: 'How good would this password be',
      description: 'Keeps nothing.',
      body: z.object({ password: PasswordInput }),
      answer: Strength,
    },
    checkPassword,
  ),
  actor(
    'delete',
    '/password',
    {
      summary: 'Remove the password',
      description: 'Other sessions end.',
      refusals: ['confirmation_required', 'not_found'],
    },
    removePassword,
  ),
] as const
