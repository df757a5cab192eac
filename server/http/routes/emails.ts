import { z } from '@hono/zod-openapi'
import { beginEmail, finishEmail } from '#server/emails/add.ts'
import { bringBackEmail, promoteEmail, removeEmail } from '#server/emails/change.ts'
import { listEmails, listRemovedEmails } from '#server/emails/list.ts'
import { actor } from '#server/http/edge/caller.ts'
import { CODE_LETTER, Accepted, later, Time, Id } from '#server/http/schemas/values.ts'
import { EmailInput, MailboxCode, Ceremony } from '#server/http/schemas/inputs.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

export const Email = exact({
  id: Id,
  address: text('ada@example.com'),
  primary: z.boolean(),
  createdAt: Time,
  recoversAt: later({ hours: 240 }),
}).openapi('Email')

const RemovedEmail = exact({
  id: Id,
  address: text('ada@example.org'),
  removedAt: Time,
  until: later({ hours: 168 }),
}).openapi('RemovedEmail')

export const emailRoutes = [
  actor(
    'get',
    '/emails',
    {
      summary: 'List my addresses',
      description: '`removed` are those that can be brought back.',
      answer: exact({ emails: z.array(Email), removed: z.array(RemovedEmail) }),
    },
    async (world, who) => ({ emails: await listEmails(world, who), removed: await listRemovedEmails(world, who) }),
  ),
  actor(
    'post',
    '/emails',
    {
      summary: 'Send a code to a further address',
      description: 'The answer does not show whether the address belongs to another account.',
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony, ...CODE_LETTER }),
      status: 202,
      refusals: ['confirmation_required', 'email_taken', 'forbidden'],
    },
    beginEmail,
  ),
  actor(
    'post',
    '/emails/code',
    {
      summary: 'Add the address with the code',
      description: 'It can recover the account after ten days. Every address gets a letter.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      refusals: ['confirmation_required', 'ceremony_over', 'code_wrong', 'email_taken', 'forbidden'],
    },
    finishEmail,
  ),
  actor(
    'put',
    '/emails/{id}/primary',
    {
      summary: 'Make an address the primary one',
      description:
        'With a touch for it. Every address gets a letter. The primary address can cancel the recoveries of the others.',
      params: z.object({ id: Id }),
      answer: exact({ accepted: Accepted }),
      refusals: ['touch_required', 'not_settled', 'not_found'],
    },
    promoteEmail,
  ),
  actor(
    'delete',
    '/emails/{id}',
    {
      summary: 'Remove an address',
      description:
        'Not the primary address, and with a touch for it. The removed address gets a letter and can do nothing any more; a touch brings it back for seven days.',
      params: z.object({ id: Id }),
      refusals: ['touch_required', 'not_settled', 'not_found', 'forbidden'],
    },
    removeEmail,
  ),
  actor(
    'post',
    '/emails/{id}/bring-back',
    {
      summary: 'Bring a removed address back',
      description: 'For seven days, with a touch for it. The id is that in `removed`.',
      params: z.object({ id: Id }),
      refusals: ['touch_required', 'not_settled', 'not_found', 'email_taken', 'forbidden'],
    },
    bringBackEmail,
  ),
] as const
