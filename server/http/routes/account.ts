import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { Accepted, exact, later, OptionalName, User } from '#server/http/schemas/schemas.ts'
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
      description: 'An empty one takes it away.',
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
      description: 'Pages and refusals are in the language the browser asks for.',
      body: z.object({ language: LanguageSchema }),
    },
    setLanguage,
  ),
  actor(
    'delete',
    '/account',
    {
      summary: 'Delete my account in seven days; signing in undoes it',
      description: 'Ends every session at once. Not while a recovery is under way, nor for 72 hours after one.',
      answer: exact({ deleteAt: later({ hours: 168 }) }),
      refusals: ['confirmation_required', 'on_hold'],
      ends: true,
    },
    deleteAccount,
  ),
] as const
