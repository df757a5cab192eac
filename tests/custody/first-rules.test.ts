import { describe, expect, test } from 'vitest'
import { RULES, type Rules } from '#server/custody/rules.ts'
import { firstStory } from './model/play.ts'
import { SMALL } from './model/scale.ts'
import type { Scenario } from './model/scenarios.ts'

/** The rules of the first releases: none of today's. */
const BEFORE: Rules = {
  touch: false,
  settledTouch: false,
  settledAddress: false,
  ownWait: false,
  mainCancels: false,
  othersDoNotCancel: false,
  othersWait: false,
  retired: false,
  settledTakesBack: false,
  twoProofs: false,
  removedIsOut: false,
  guesses: false,
}

describe('the checker finds what went wrong under the first rules:', () => {
  const SEQUENCES: [string, Pick<Scenario, 'owner' | 'attacker' | 'promise'>, Partial<Rules>][] = [
    [
      'the ex-mailbox takes the account (custody C1)',
      {
        owner: 'a passkey, a mailbox and a removed address',
        attacker: 'thief of the second mailbox',
        promise: 'alone',
      },
      {},
    ],
    [
      'one fresh confirmation is the account (custody C2)',
      { owner: 'a passkey and a mailbox', attacker: 'session thief', promise: 'alone' },
      { guesses: true },
    ],
    [
      'a ripe recovery belongs to anybody (custody C3)',
      { owner: 'two addresses', attacker: 'thief of the second mailbox', promise: 'alone' },
      { othersDoNotCancel: true },
    ],
    [
      'a mailbox thief cancels each recovery of the owner (custody C4)',
      { owner: 'two addresses', attacker: 'thief of the second mailbox', promise: 'alone' },
      { ownWait: true },
    ],
    [
      'an address that was removed comes back again and again (custody C5)',
      { owner: 'a passkey, a mailbox and a removed address', attacker: 'thief of the second mailbox', promise: 'out' },
      { retired: true },
    ],
    [
      'a stale session takes the app (custody C7)',
      { owner: 'a passkey, a code and a mailbox', attacker: 'session thief', promise: 'whole' },
      { touch: true, settledTouch: true },
    ],
  ]

  test.each(SEQUENCES)('%s', async (name, scenario, kept) => {
    const story = firstStory(SMALL, { ...BEFORE, ...kept }, [scenario])
    await expect(story?.join('\n')).toMatchFileSnapshot(`stories/before-${name.slice(-3, -1)}.txt`)
    expect(story).toBeDefined()
    expect(firstStory(SMALL, RULES, [scenario])).toBeUndefined()
  })
})
