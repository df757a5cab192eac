import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge/caller.ts'
import { User, Accepted } from '#server/http/schemas/values.ts'
import { Ceremony } from '#server/http/schemas/inputs.ts'
import { RequestOptions, Assertion } from '#server/http/schemas/credentials.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { takeBack } from '#server/recoveries/take-back.ts'
import { beginSignIn, finishSignIn } from '#server/sign-in/passkey.ts'

export const signInRoutes = [
  visitor(
    'post',
    '/sign-in/options',
    {
      summary: 'Get the options for signing in with a passkey',
      description: 'For any passkey of this site, without an address. Writes nothing.',
      counted: 'as a read',
      answer: exact({ ceremony: Ceremony, options: RequestOptions }),
    },
    beginSignIn,
  ),
  visitor(
    'post',
    '/sign-in',
    {
      summary: 'Sign in with a passkey',
      description: 'Spends the ceremony, right or wrong. Cancels a planned deletion of the account.',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Assertion }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'unknown_passkey', 'way_retired', 'sign_in_failed', 'suspended', 'awaiting_approval'],
      opens: true,
    },
    finishSignIn,
  ),
  visitor(
    'post',
    '/take-back',
    {
      summary: 'Take the account back with a passkey from before a recovery',
      description:
        'With the ceremony of `way_retired`. What was added since the recovery goes, what it took away is back, and every other session ends.',
      counted: true,
      body: z.object({ ceremony: Ceremony }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'suspended', 'awaiting_approval'],
      opens: true,
    },
    takeBack,
  ),
] as const
