import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge.ts'
import { Accepted, Ceremony, CreationOptions, Id, Name, Registration, Time } from '#server/http/schemas.ts'
import { beginPasskey, finishPasskey } from '#server/passkeys/add.ts'
import { listPasskeys } from '#server/passkeys/list.ts'
import { removePasskey } from '#server/passkeys/remove.ts'
import { renamePasskey } from '#server/passkeys/rename.ts'

export const Passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.object({ name: z.string() }).optional(),
    synced: z.boolean(),
    backupEligible: z.boolean(),
    transports: z.array(z.string()),
    createdAt: Time,
    lastUsedAt: Time.optional(),
    regressedAt: Time.optional(),
  })
  .openapi('Passkey')

export const passkeyRoutes = [
  actor('get', '/passkeys', { summary: 'List my passkeys', answer: z.object({ passkeys: z.array(Passkey) }) }, async (world, who) => ({
    passkeys: await listPasskeys(world, who),
  })),
  actor(
    'post',
    '/passkeys/options',
    { summary: 'Get what a browser needs to make another passkey', body: z.object({ conditional: z.boolean().optional() }), answer: z.object({ ceremony: Ceremony, options: CreationOptions }) },
    beginPasskey,
  ),
  actor(
    'post',
    '/passkeys',
    {
      summary: 'Add the passkey that was made',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: z.object({ passkey: Passkey, accepted: Accepted }),
      status: 201,
    },
    finishPasskey,
  ),
  actor('patch', '/passkeys/{id}', { summary: 'Rename a passkey', params: z.object({ id: Id }), body: z.object({ name: Name }), answer: z.object({ passkey: Passkey }) }, renamePasskey),
  actor('delete', '/passkeys/{id}', { summary: 'Remove a passkey', params: z.object({ id: Id }), answer: z.object({ accepted: Accepted, sessions: z.array(z.string()) }) }, removePasskey),
] as const
