import { z } from '@hono/zod-openapi'
import { actor, visitor } from '#server/http/edge.ts'
import { Accepted, Ceremony, Code, EmailInput, PasswordInput, User } from '#server/http/schemas.ts'
import { removePassword } from '#server/passwords/remove.ts'
import { checkPassword, setPassword } from '#server/passwords/set.ts'
import { beginPasswordSignIn, finishPasswordSignIn } from '#server/passwords/sign-in.ts'

const Strength = z.object({ score: z.number().int().min(0).max(4), reason: z.string().optional(), suggestions: z.array(z.string()) }).openapi('Strength')

export const passwordRoutes = [
  visitor(
    'post',
    '/sign-in/password',
    { summary: 'Sign in with a password: the first step', counted: true, body: z.object({ email: EmailInput, password: PasswordInput }), answer: z.object({ ceremony: Ceremony }) },
    beginPasswordSignIn,
  ),
  visitor(
    'post',
    '/sign-in/second-step',
    {
      summary: 'Sign in with a password: the code that follows it',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: z.object({ user: User, accepted: Accepted }),
      opens: true,
    },
    finishPasswordSignIn,
  ),
  actor('put', '/password', { summary: 'Set or change the password', body: z.object({ password: PasswordInput }) }, setPassword),
  actor('post', '/password/check', { summary: 'How good would this password be', body: z.object({ password: PasswordInput }), answer: Strength }, checkPassword),
  actor('delete', '/password', { summary: 'Remove the password' }, removePassword),
] as const
