import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { User, Accepted, later } from '#server/http/schemas/values.ts'
import { OptionalName } from '#server/http/schemas/inputs.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { deleteAccount } from '#server/users/delete.ts'
import { renameAccount } from '#server/users/rename.ts'
import { setLanguage } from '#server/users/set-language.ts'
import { LanguageSchema } from '#server/words/language.ts'

export const accountRoutes = [
  actor(
    'patch',
    '/account',
    {
      summary: 'Change my name',
      description: 'An empty name removes it.',
      body: z.object({ name: OptionalName }),
      answer: exact({ user: User, accepted: Accepted }),
    },
    renameAccount,
  ),
  actor(
    'put',
    '/account/language',
    {
      summary: 'Change the language of my letters',
      description: 'Pages and refusals use the language that the browser asks for.',
      body: z.object({ language: LanguageSchema }),
    },
    setLanguage,
  ),
  actor(
    'delete',
    '/account',
    {
      summary: 'Delete my account in seven days; signing in undoes it',
      description: 'Ends every session at once. Refused during a recovery.',
      answer: exact({ deleteAt: later({ hours: 168 }) }),
      refusals: ['touch_required', 'not_settled', 'on_hold'],
      ends: 'account',
    },
    deleteAccount,
  ),
] as const
