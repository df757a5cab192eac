import { z } from '@hono/zod-openapi'
import { beginEmail, finishEmail } from '#server/emails/add.ts'
import { promoteEmail, removeEmail } from '#server/emails/change.ts'
import { listEmails } from '#server/emails/list.ts'
import { undoEmailChange } from '#server/emails/undo.ts'
import { actor, visitor } from '#server/http/edge.ts'
import { Accepted, Ceremony, EmailInput, Id, LinkToken, MailboxCode, Time } from '#server/http/schemas.ts'

export const Email = z.object({ id: z.string(), address: z.string(), primary: z.boolean(), createdAt: Time, recoversAt: Time }).openapi('Email')

export const emailRoutes = [
  actor('get', '/emails', { summary: 'List my addresses', answer: z.object({ emails: z.array(Email) }) }, async (world, who) => ({ emails: await listEmails(world, who) })),
  actor('post', '/emails', { summary: 'Send a code to a further address', body: z.object({ email: EmailInput }), answer: z.object({ ceremony: Ceremony }), status: 202 }, beginEmail),
  actor('post', '/emails/code', { summary: 'Add the address with the code', counted: true, body: z.object({ ceremony: Ceremony, code: MailboxCode }) }, finishEmail),
  actor('put', '/emails/{id}/primary', { summary: 'Make an address the primary one', params: z.object({ id: Id }), answer: z.object({ accepted: Accepted }) }, promoteEmail),
  actor('delete', '/emails/{id}', { summary: 'Remove an address', params: z.object({ id: Id }) }, removeEmail),
  visitor('post', '/emails/undo', { summary: 'Take a change of addresses back', body: z.object({ token: LinkToken, word: z.literal('UNDO') }) }, undoEmailChange),
] as const
