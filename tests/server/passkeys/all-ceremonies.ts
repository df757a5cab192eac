import type { Authenticator } from '#tests/helpers/authenticator.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import {
  begun,
  type Begun,
  type CreationOptions,
  readyToAdd,
  readyToConfirm,
  readyToSignIn,
  readyToSignUp,
  type RequestOptions,
} from '#tests/server/passkeys/steps.ts'
import type { World } from '#server/world.ts'

export const NAMES = ['sign-up-code', 'sign-up-passkey', 'sign-in', 'confirmation', 'add-passkey'] as const
type Name = (typeof NAMES)[number]

/** A begun ceremony: its sealed text, its challenge if it has one, and its lifetime (milliseconds). */
export type Step = {
  path: string
  ceremony: string
  challenge: string
  lifetime: number
  /** The rest of an honest answer, for this challenge or another one. */
  answer: (challenge?: string) => Record<string, unknown>
}
export type Steps = { client: Client; authenticator: Authenticator; all: Record<Name, Step> }

const MINUTE = 60_000

/** One signed-in browser with every kind of ceremony under way, a second after signing up. */
export async function everyCeremony(world: World & { turnClock: (ms: number) => void }): Promise<Steps> {
  const { client, authenticator } = await signUp(world)
  world.turnClock(1_000)
  const code = begun<never>(await client.post('/api/sign-up', { email: 'by-code@example.com' }))
  const letter = await newestLetter(world, 'by-code@example.com')
  const creating = await readyToSignUp(world, { email: 'by-passkey@example.com', client })

  return {
    client,
    authenticator,
    all: {
      'sign-up-code': {
        path: '/api/sign-up/code',
        ceremony: code.ceremony,
        challenge: '',
        lifetime: 10 * MINUTE,
        answer: () => ({ code: letter.code }),
      },
      'sign-up-passkey': creation(world, '/api/sign-up/passkey', creating),
      'sign-in': request(authenticator, '/api/sign-in', await readyToSignIn(client)),
      confirmation: request(authenticator, '/api/confirmation', await readyToConfirm(client)),
      'add-passkey': creation(world, '/api/passkeys', await readyToAdd(client)),
    },
  }
}

/** Answers a step honestly, in this browser. */
export function answerStep(client: Client, { path, ceremony, answer }: Step): Promise<Answer> {
  return client.post(path, { ceremony, ...answer() })
}

export function succeeded({ status }: Answer): boolean {
  return status < 300
}

function creation(world: World, path: string, { ceremony, options }: Begun<CreationOptions>): Step {
  const answer = (challenge = options.challenge) => ({
    credential: makeAuthenticator(world).create({ ...options, challenge }),
  })
  return { path, ceremony, challenge: options.challenge, lifetime: 5 * MINUTE, answer }
}

function request(authenticator: Authenticator, path: string, { ceremony, options }: Begun<RequestOptions>): Step {
  const answer = (challenge = options.challenge) => ({ credential: authenticator.get({ ...options, challenge }) })
  return { path, ceremony, challenge: options.challenge, lifetime: 5 * MINUTE, answer }
}
