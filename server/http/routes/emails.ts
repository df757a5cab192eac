import { z } from '@hono/zod-openapi'
import { beginEmail, finishEmail } from '#server/emails/add.ts'
import { promoteEmail, removeEmail } from '#server/emails/change.ts'
import { listEmails } from '#server/emails/list.ts'
import { undoEmailChange } from '#server/emails/undo.ts'
import { actor, visitor } from '#server/http/edge/caller.ts'
import { CODE_LETTER, Accepted, later, Time, Id } from '#server/http/schemas/values.ts'
import { EmailInput, LinkToken, MailboxCode, Ceremony } from '#server/http/schemas/inputs.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

export const Email = exact({
  id: Id,
  address: text('ada@example.com'),
  primary: z.boolean(),
  createdAt: Time,
  recoversAt: later({ hours: 24 }),
}).openapi('Email')

export const emailRoutes = [
  actor(
    'get',
    '/emails',
    { summary: 'List my addresses', answer: exact({ emails: z.array(Email) }) },
    async (world, who) => ({ emails: await listEmails(world, who) }),
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
      refusals: ['confirmation_required', 'on_hold', 'email_taken', 'forbidden'],
    },
    beginEmail,
  ),
  actor(
    'post',
    '/emails/code',
    {
      summary: 'Add the address with the code',
      description:
        'It can recover the account after 24 hours. Every older address gets a letter and can undo the change for seven days.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      refusals: ['confirmation_required', 'ceremony_over', 'code_wrong', 'on_hold', 'email_taken', 'forbidden'],
    },
    finishEmail,
  ),
  actor(
    'put',
    '/emails/{id}/primary',
    {
      summary: 'Make an address the primary one',
      description: 'The former primary address gets a letter and can undo the change for seven days.',
      params: z.object({ id: Id }),
      answer: exact({ accepted: Accepted }),
      refusals: ['touch_required', 'not_settled', 'on_hold', 'not_found'],
    },
    promoteEmail,
  ),
  actor(
    'delete',
    '/emails/{id}',
    {
      summary: 'Remove an address',
      description:
        'Neither the primary address nor the last one that can recover the account. The removed address gets a letter and can undo the change for seven days.',
      params: z.object({ id: Id }),
      refusals: ['touch_required', 'not_settled', 'on_hold', 'not_found', 'forbidden'],
    },
    removeEmail,
  ),
  visitor(
    'post',
    '/emails/undo',
    {
      summary: 'Undo a change of addresses',
      description: 'With the token in the link of the letter, `/emails/undo/<token>`. Ends every session.',
      body: z.object({ token: LinkToken, word: z.literal('UNDO') }),
      refusals: ['ceremony_over', 'email_taken', 'last_way_in'],
    },
    undoEmailChange,
  ),
] as const
