import { z } from '@hono/zod-openapi'
import { actor, visitor } from '#server/http/edge/caller.ts'
import { User, Accepted } from '#server/http/schemas/values.ts'
import { EmailInput, PasswordInput, Code, Ceremony } from '#server/http/schemas/inputs.ts'
import { text, RARE, exact } from '#server/http/schemas/exact.ts'
import { removePassword } from '#server/passwords/remove.ts'
import { checkPassword, setPassword } from '#server/passwords/set.ts'
import { beginPasswordSignIn, finishPasswordSignIn } from '#server/sign-in/password.ts'

const Strength = exact({
  score: z
    .number()
    .int()
    .min(0)
    .max(4)
    .openapi({ description: 'an estimate from 0 (guessed at once) to 4', examples: [3] }),
  reason: z
    .string()
    .optional()
    .openapi({ ...RARE, description: 'why the password would be refused' }),
  suggestions: z.array(text('Add more words that are less common.')),
}).openapi('Strength')

export const passwordRoutes = [
  visitor(
    'post',
    '/sign-in/password',
    {
      summary: 'Sign in with a password: the first step',
      description: 'An unknown address, one without a password and a wrong password get the same refusal.',
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
        'The password is proven, so a wrong code is refused as `code_wrong`. After five wrong codes of one kind: fifteen minutes’ pause for that kind.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'code_wrong', 'suspended', 'awaiting_approval'],
      opens: true,
    },
    finishPasswordSignIn,
  ),
  actor(
    'put',
    '/password',
    {
      summary: 'Set or change the password',
      description: 'Needs an authenticator app. Other sessions end.',
      body: z.object({ password: PasswordInput }),
      refusals: ['confirmation_required', 'touch_required', 'not_settled', 'password_too_weak', 'forbidden'],
    },
    setPassword,
  ),
  actor(
    'post',
    '/password/check',
    {
      summary: 'Estimate the strength of a password',
      description: 'Stores nothing.',
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
      refusals: ['touch_required', 'not_settled', 'not_found'],
    },
    removePassword,
  ),
] as const
