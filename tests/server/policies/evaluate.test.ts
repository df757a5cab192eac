import { describe, expect, test } from 'vitest'
import type { Condition } from '#server/policies/condition.ts'
import { answerTo, ASKED, known } from '#tests/server/policies/policies.ts'

const of = (attribute: string) => ({ attribute })
const TRUE: Condition = { all: [] }
const FALSE: Condition = { any: [] }
const FAULT: Condition = { eq: [of('resource.nothing'), 1] }
const REASON = 'resource.nothing is missing'

describe('conditions', () => {
  test.each<[string, Condition, boolean | string]>([
    ['all of nothing holds', { all: [] }, true],
    ['any of nothing does not', { any: [] }, false],
    ['all needs each', { all: [TRUE, FALSE] }, false],
    ['any needs one', { any: [FALSE, TRUE] }, true],
    ['not turns it round', { not: FALSE }, true],
    ['all stops at what does not hold', { all: [FALSE, FAULT] }, false],
    ['all meets a fault before it', { all: [FAULT, FALSE] }, REASON],
    ['any stops at what holds', { any: [TRUE, FAULT] }, true],
    ['any meets a fault before it', { any: [FAULT, TRUE] }, REASON],
    ['any goes past what does not hold', { any: [FALSE, FAULT] }, REASON],
    ['not turns no fault into an answer', { not: FAULT }, REASON],
  ])('%s', (_what, when, answer) => {
    expect(answerTo(when)).toBe(answer)
  })
})

describe('comparisons', () => {
  test.each<[string, Condition, boolean | string]>([
    ['eq finds the same text', { eq: [of('resource.owner'), of('user.id')] }, true],
    ['eq tells texts from numbers', { eq: [of('resource.amount'), '500'] }, false],
    ['eq compares sets by their members', { eq: [of('session.amr'), of('resource.amr')] }, true],
    ['eq tells sets apart', { eq: [of('user.groups'), of('resource.amr')] }, false],
    ['eq needs the left one', { eq: [of('resource.x'), of('resource.y')] }, 'resource.x is missing'],
    ['lt is less', { lt: [of('resource.amount'), 501] }, true],
    ['lt is not equal', { lt: [of('resource.amount'), 500] }, false],
    ['gt is more', { gt: [501, of('resource.amount')] }, true],
    ['gt is not equal', { gt: [of('resource.amount'), 500] }, false],
    ['lt orders no texts', { lt: [of('resource.owner'), 1] }, 'resource.owner is not an integer'],
    ['gt orders no sets', { gt: [of('resource.amount'), of('user.groups')] }, 'user.groups is not an integer'],
    ['in finds a value in a list', { in: [of('resource.amount'), [1, 500]] }, true],
    ['in finds no other kind', { in: [of('resource.amount'), ['500']] }, false],
    ['in finds a value in a set', { in: ['finance', of('user.groups')] }, true],
    ['in finds no value in an empty list', { in: [of('resource.amount'), []] }, false],
    ['in needs a set', { in: ['ada', of('resource.owner')] }, 'resource.owner is not a set'],
    ['prefix finds a beginning', { prefix: [of('user.mailDomain'), 'example.'] }, true],
    ['prefix takes a star as a star', { prefix: [of('user.mailDomain'), 'ex*'] }, false],
    ['prefix begins no number', { prefix: [of('resource.amount'), '5'] }, 'resource.amount is not a text'],
    ['has finds an attribute', { has: 'resource.amount' }, true],
    ['has misses one', { has: 'resource.nothing' }, false],
    ['has needs no session', { has: 'session.mfaVerified' }, true],
  ])('%s', (_what, when, answer) => {
    const attributes = { ...ASKED.resource?.attributes, amr: ['user', 'hwk', 'user'] }
    expect(answerTo(when, { ...ASKED, resource: { attributes } })).toBe(answer)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'resource.%s is missing until it is sent',
    (name) => {
      const attribute = `resource.${name}`
      const sent = { ...ASKED, resource: { attributes: Object.fromEntries([[name, 'x']]) } }
      expect(answerTo({ has: attribute })).toBe(false)
      expect(answerTo({ eq: [{ attribute }, 'x'] })).toBe(`${attribute} is missing`)
      expect(answerTo({ eq: [{ attribute }, 'x'] }, sent)).toBe(true)
    },
  )
})

describe('an address', () => {
  const inside = { in: [of('env.ip'), ['192.168.0.0/16', '10.0.0.0/8', '2001:db8::/32']] } satisfies Condition

  test.each([
    ['10.255.255.255', true],
    ['11.0.0.0', false],
    ['2001:db8::1', true],
    ['::ffff:10.0.0.1', true],
  ])('%s: %s', (ip, answer) => {
    expect(answerTo(inside, ASKED, known({ env: { ip } }))).toBe(answer)
  })

  test.each([undefined, '', 'unknown', '10.0.0.256'])('that is %j is missing', (ip) => {
    expect(answerTo(inside, ASKED, known({ env: { ip } }))).toBe('env.ip is missing')
  })
})
