import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { Accepted, Device, Ip, PasskeyId, SessionId, Time } from '#server/http/schemas/values.ts'
import { Name, Ceremony } from '#server/http/schemas/inputs.ts'
import { CreationOptions, Registration } from '#server/http/schemas/credentials.ts'
import { text, RARE, exact } from '#server/http/schemas/exact.ts'
import { beginPasskey, finishPasskey } from '#server/passkeys/add.ts'
import { listPasskeys } from '#server/passkeys/list.ts'
import { removePasskey } from '#server/passkeys/remove.ts'
import { renamePasskey } from '#server/passkeys/rename.ts'

export const Passkey = exact({
  id: PasskeyId,
  name: text('iCloud Keychain'),
  provider: exact({ name: text('iCloud Keychain') })
    .optional()
    .openapi({ description: 'its provider, if known' }),
  kind: z.enum(['manager', 'platform', 'key']).openapi({
    description: 'a password manager, a device or an app on it, or a security key; for display only',
    examples: ['manager'],
  }),
  synced: z.boolean().openapi({ description: 'copies exist on other devices' }),
  backupEligible: z.boolean().openapi({ description: 'copies are possible; false means one device for ever' }),
  transports: z.array(text('internal')),
  createdAt: Time,
  lastUsedAt: Time.optional(),
  lastUsedFrom: exact({ ip: Ip, device: Device })
    .optional()
    .openapi({ description: 'where it was used last, if that is known' }),
  regressedAt: Time.optional().openapi({
    ...RARE,
    description: 'when its counter went backwards, which may mean a copy',
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
      summary: 'Get the options for creating another passkey',
      description:
        'A password manager creates a conditional passkey without asking. It is allowed in a session that was just opened with a password.',
      body: z.object({
        conditional: z
          .boolean()
          .optional()
          .openapi({ examples: [false] }),
        elsewhere: z
          .boolean()
          .optional()
          .openapi({
            description: 'on a phone or a security key: browsers ask for one of these first',
            examples: [false],
          }),
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
      summary: 'Add the created passkey',
      description: 'In the session that asked for it. Every address gets a letter.',
      counted: true,
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
      description:
        'Refused for the last way in, and without a touch for it. `sessions` are those it opened, so that the page can offer to end them.',
      params: z.object({ id: PasskeyId }),
      answer: exact({ accepted: Accepted, sessions: z.array(SessionId) }),
      refusals: ['touch_required', 'not_settled', 'not_found', 'last_way_in'],
    },
    removePasskey,
  ),
] as const
