import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import {
  Accepted,
  Ceremony,
  CreationOptions,
  exact,
  Name,
  PasskeyId,
  RARE,
  Registration,
  SessionId,
  text,
  Time,
} from '#server/http/schemas/schemas.ts'
import { beginPasskey, finishPasskey } from '#server/passkeys/add.ts'
import { listPasskeys } from '#server/passkeys/list.ts'
import { removePasskey } from '#server/passkeys/remove.ts'
import { renamePasskey } from '#server/passkeys/rename.ts'

export const Passkey = exact({
  id: PasskeyId,
  name: text('iCloud Keychain'),
  provider: exact({ name: text('iCloud Keychain') })
    .optional()
    .openapi({ description: 'who made it, as far as that is known' }),
  synced: z.boolean().openapi({ description: 'there are copies on the person’s other devices' }),
  backupEligible: z.boolean().openapi({ description: 'there could be copies: false means one device for ever' }),
  transports: z.array(text('internal')),
  createdAt: Time,
  lastUsedAt: Time.optional(),
  regressedAt: Time.optional().openapi({
    ...RARE,
    description: 'when its counter went backwards, which may mean that it was copied',
  }),
}).openapi('Passkey')

export const passkeyRoutes = [
  actor(
    'get',
    '/passkeys',
    { summary: 'List my passkeys', answer: exact({ passkeys: z.array(Passkey) }) },
    async (world, who) => ({
      passkeys: await listPasskeys(world, who),
    }),
  ),
  actor(
    'post',
    '/passkeys/options',
    {
      summary: 'Get what a browser needs to make another passkey',
      description:
        'A conditional one, which a password manager makes without asking, is for a session just opened with a password.',
      body: z.object({
        conditional: z
          .boolean()
          .optional()
          .openapi({ examples: [false] }),
      }),
      answer: exact({ ceremony: Ceremony, options: CreationOptions }),
      refusals: ['confirmation_required', 'forbidden', 'too_many_passkeys'],
    },
    beginPasskey,
  ),
  actor(
    'post',
    '/passkeys',
    {
      summary: 'Add the passkey that was made',
      description: 'In the session that asked for it. Every address is told.',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({ passkey: Passkey, accepted: Accepted }),
      status: 201,
      refusals: ['confirmation_required', 'ceremony_over', 'passkey_refused', 'passkey_taken', 'too_many_passkeys'],
    },
    finishPasskey,
  ),
  actor(
    'patch',
    '/passkeys/{id}',
    {
      summary: 'Rename a passkey',
      params: z.object({ id: PasskeyId }),
      body: z.object({ name: Name }),
      answer: exact({ passkey: Passkey }),
      refusals: ['not_found'],
    },
    renamePasskey,
  ),
  actor(
    'delete',
    '/passkeys/{id}',
    {
      summary: 'Remove a passkey',
      description: 'Not the last way in. `sessions` are those it had opened, for the page to offer to end them.',
      params: z.object({ id: PasskeyId }),
      answer: exact({ accepted: Accepted, sessions: z.array(SessionId) }),
      refusals: ['confirmation_required', 'not_found', 'last_way_in'],
    },
    removePasskey,
  ),
] as const
