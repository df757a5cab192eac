import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { User, Accepted, later } from '#server/http/schemas/values.ts'
import { OptionalName } from '#server/http/schemas/inputs.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { CAN_BE_QUIET } from '#server/mail/quiet-letters.ts'
import { deleteAccount } from '#server/users/delete.ts'
import { renameAccount } from '#server/users/rename.ts'
import { setLanguage } from '#server/users/set-language.ts'
import { setQuietLetters } from '#server/users/set-quiet-letters.ts'
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
    'put',
    '/account/letters',
    {
      summary: 'Choose the letters that I do not get',
      description:
        'These only inform, and their events are in the activity. All other letters are always sent. Every address gets a letter about a change.',
      body: z.object({ quiet: z.array(z.enum(CAN_BE_QUIET)).max(CAN_BE_QUIET.length) }),
      refusals: ['confirmation_required'],
    },
    setQuietLetters,
  ),
  actor(
    'delete',
    '/account',
    {
      summary: 'Delete my account in seven days; signing in undoes it',
      description: 'Ends every session at once. Refused during a recovery, and for the last owner.',
      answer: exact({ deleteAt: later({ hours: 168 }) }),
      refusals: ['touch_required', 'not_settled', 'on_hold', 'last_owner'],
      ends: 'account',
    },
    deleteAccount,
  ),
] as const
