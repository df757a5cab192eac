import { z } from '@hono/zod-openapi'
import { CLOSED, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { admin, visitor } from '#server/http/edge/caller.ts'
import { Invitation, ListedInvitation } from '#server/http/schemas/sign-ups.ts'
import { EmailInput, InvitationToken } from '#server/http/schemas/inputs.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'
import { later, UserId } from '#server/http/schemas/values.ts'
import { invite } from '#server/invitations/invite.ts'
import { listInvitations } from '#server/invitations/list.ts'
import { readInvitation } from '#server/invitations/read.ts'
import { revokeInvitation } from '#server/invitations/revoke.ts'

export const invitationRoutes = [
  visitor(
    'post',
    '/invitations/read',
    {
      summary: 'Show the invitation of a token',
      description: 'The token is what the link carries behind its #. A wrong one gets `not_found`.',
      counted: 'as a read',
      body: z.object({ token: InvitationToken }),
      refusals: ['not_found'],
      answer: Invitation,
    },
    readInvitation,
  ),
  admin(
    'get',
    '/admin/invitations',
    {
      summary: 'List invitations',
      description: 'Fifty at a time, the newest first. Their links are not shown again.',
      query: z.object({ before: UserId.optional().openapi({ description: '`next` of the page before' }) }),
      refusals: CLOSED,
      answer: exact({ invitations: z.array(ListedInvitation), next: UserId.optional().openapi(RARE) }),
    },
    listInvitations,
  ),
  admin(
    'post',
    '/admin/invitations',
    {
      summary: 'Invite somebody',
      description:
        'An address gets a letter, and only it can use the invitation. Without an address, the link is for as many people as are named.',
      body: z.object({
        email: EmailInput.optional(),
        people: z
          .number()
          .int()
          .min(1)
          .max(1_000)
          .optional()
          .openapi({ description: 'for how many people the link is; one without it', examples: [20] }),
        days: z
          .number()
          .int()
          .min(1)
          .max(30)
          .optional()
          .openapi({ description: 'after how many days it ends; seven without it', examples: [7] }),
      }),
      refusals: [...TOUCHED, 'email_taken'],
      answer: exact({
        id: UserId,
        link: text('https://id.example.com/invited#L_p32p8cDaja-6x1cjk_qg.MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak'),
        expiresAt: later({ hours: 168 }),
      }),
      status: 201,
    },
    invite,
  ),
  admin(
    'post',
    '/admin/invitations/{id}/revoke',
    {
      summary: 'Revoke an invitation',
      description: 'Whoever used it before keeps their account.',
      params: z.object({ id: UserId }),
      refusals: [...TOUCHED, 'conflict'],
    },
    revokeInvitation,
  ),
] as const
