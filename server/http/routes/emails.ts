import { z } from '@hono/zod-openapi'
import { beginEmail, finishEmail } from '#server/emails/add.ts'
import { promoteEmail, removeEmail } from '#server/emails/change.ts'
import { listEmails } from '#server/emails/list.ts'
import { undoEmailChange } from '#server/emails/undo.ts'
import { actor, visitor } from '#server/http/edge/caller.ts'
import {
  Accepted,
  Ceremony,
  EmailInput,
  exact,
  Id,
  later,
  LinkToken,
  MailboxCode,
  text,
  Time,
} from '#server/http/schemas/schemas.ts'

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
      description: 'Whether the address belongs to another account does not show.',
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony }),
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
        'It can recover the account only after 24 hours. Every older address is told, and can undo it for seven days.',
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
      description: 'The one that was is told, and can undo it for seven days.',
      params: z.object({ id: Id }),
      answer: exact({ accepted: Accepted }),
      refusals: ['confirmation_required', 'on_hold', 'not_found'],
    },
    promoteEmail,
  ),
  actor(
    'delete',
    '/emails/{id}',
    {
      summary: 'Remove an address',
      description:
        'Not the primary one, nor the last that can recover the account. It is told, and can undo it for seven days.',
      params: z.object({ id: Id }),
      refusals: ['confirmation_required', 'on_hold', 'not_found', 'forbidden'],
    },
    removeEmail,
  ),
  visitor(
    'post',
    '/emails/undo',
    {
      summary: 'Take a change of addresses back',
      description: 'With the token in the link of the letter, `/emails/undo/<token>`. Ends every session.',
      body: z.object({ token: LinkToken, word: z.literal('UNDO') }),
      refusals: ['ceremony_over', 'email_taken', 'last_way_in'],
    },
    undoEmailChange,
  ),
] as const
