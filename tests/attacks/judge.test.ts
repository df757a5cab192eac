import { describe, expect, test } from 'vitest'
import { faultsOfAnswer } from '#tests/helpers/document.ts'
import type { Reply } from './http.ts'
import { type Case, judge } from './judge.ts'
import { blame, DEFECTS, expectThat, isClean, newTally, tableOf, type Tally } from './tally.ts'

const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' }

function problem(status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: new Headers({ ...PROBLEM, ...headers }),
    text: JSON.stringify({ type: `urn:latchkey:problem:${code}`, title: 'No.', status, code, ...more }),
  }
}

const health = (body: object, status = 200): Reply => ({
  status,
  headers: new Headers({ 'content-type': 'application/json' }),
  text: JSON.stringify(body),
})

/** What a judged case adds to an empty tally. */
function judged(reply: Reply, given: Partial<Case> = {}): Tally {
  const tally = newTally('one')
  judge(
    tally,
    { name: 'it', sent: { method: 'GET', path: '/api/health' }, reply, changed: [], ...given },
    faultsOfAnswer,
  )
  return tally
}

const defectsOf = (tally: Tally) => DEFECTS.filter((kind) => tally[kind] > 0)

describe('the judge finds no fault', () => {
  test('with an honest answer', () => {
    const tally = judged(health({ status: 'ok' }), { changed: ['users'] })
    expect(tally).toMatchObject({ cases: 1, accepted: 1, refused: 0 })
    expect(isClean(tally)).toBe(true)
  })

  test('with a refusal that changed nothing', () => {
    const tally = judged(problem(429, 'too_many_attempts', {}, { 'retry-after': '1' }), { mustRefuse: true })
    expect(tally).toMatchObject({ cases: 1, accepted: 0, refused: 1 })
    expect(isClean(tally)).toBe(true)
  })

  test('with a 503 while the database cannot be used, or with a hang-up on a body that is far too large', () => {
    expect(
      defectsOf(
        judged(problem(503, 'unavailable', { retryAfter: 5 }, { 'retry-after': '5' }), { mayBeUnavailable: true }),
      ),
    ).toEqual([])
    const sent = { method: 'POST', path: '/api/sign-up', body: 'x'.repeat(100_000) }
    expect(defectsOf(judged({ status: 0, headers: new Headers(), text: '' }, { sent }))).toEqual([])
  })
})

describe('the judge finds', () => {
  test.each<[string, Reply, Partial<Case>, string]>([
    ['a 500', problem(500, 'fault'), {}, 'faults'],
    ['a 503 while the database is available', problem(503, 'unavailable', {}, { 'retry-after': '5' }), {}, 'faults'],
    ['an undocumented member', health({ status: 'ok', secret: 'x' }), {}, 'unlisted'],
    [
      'an undocumented member in a refusal',
      problem(429, 'too_many_attempts', { stack: 'at …' }, { 'retry-after': '1' }),
      {},
      'unlisted',
    ],
    ['an undocumented status', health({ status: 'ok' }, 201), {}, 'unlisted'],
    ['a code of another route', problem(401, 'code_wrong'), {}, 'unlisted'],
    [
      'a refusal that is not problem+json',
      { status: 404, headers: new Headers({ 'content-type': 'text/html' }), text: '<h1>404</h1>' },
      {},
      'unlisted',
    ],
    ['a 503 without Retry-After', problem(503, 'unavailable'), { mayBeUnavailable: true }, 'unlisted'],
    [
      'a refusal that changed something',
      problem(429, 'too_many_attempts', {}, { 'retry-after': '1' }),
      { changed: ['passkeys'] },
      'changed',
    ],
    ['a success where a refusal is due', health({ status: 'ok' }), { mustRefuse: true }, 'passed'],
    ['a hang-up on a small request', { status: 0, headers: new Headers(), text: '' }, {}, 'lost'],
  ])('%s', (_, reply, given, defect) => {
    const tally = judged(reply, given)
    expect(defectsOf(tally)).toEqual([defect])
    expect(tally.notes[0]).toMatch(new RegExp(`^${defect}: it`))
    expect(isClean(tally)).toBe(false)
  })

  test('two defects in a fault that changed something', () => {
    expect(defectsOf(judged(problem(500, 'fault'), { changed: ['users'] }))).toEqual(['changed', 'faults'])
  })
})

describe('a tally', () => {
  test('without cases is not clean, and the table says so', () => {
    expect(isClean(newTally('empty'))).toBe(false)
    expect(tableOf([newTally('empty')])).toContain('nothing was tried')
    expect(tableOf([newTally('empty')])).toContain('0 groups clean, 1 with defects, 0 not judged')
  })

  test('that could not be judged is neither clean nor defective in the table', () => {
    const tally = { ...newTally('audit'), notJudged: 'nobody answers' }
    expect(isClean(tally)).toBe(true)
    expect(tableOf([tally])).toMatch(/^audit +not judged$/m)
    expect(tableOf([tally])).toContain('0 groups clean, 0 with defects, 1 not judged')
    // A defect still counts.
    blame(tally, 'lost', 'it')
    expect(isClean(tally)).toBe(false)
  })

  test('counts the checks that hold and those that fail', () => {
    const tally = newTally('expectations')
    expectThat(tally, true, 'never said')
    expectThat(tally, false, 'said', 'passed')
    expect(tally).toMatchObject({ cases: 2, passed: 1, notes: ['passed: said'] })
  })

  test('is one row of the table, and the last row is the sum', () => {
    const [one, two] = [newTally('one'), newTally('two')]
    Object.assign(one, { cases: 3, refused: 2, accepted: 1 })
    Object.assign(two, { cases: 40, refused: 40, faults: 2 })
    expect(
      tableOf([one, two])
        .split('\n')
        .map((line) => line.trim().split(/\s{2,}/)),
    ).toEqual(
      expect.arrayContaining([
        ['cases', 'refused', 'accepted', 'changed', '5xx', 'unlisted', 'lost', 'let in'],
        ['one', '3', '2', '1', '0', '0', '0', '0', '0'],
        ['two', '40', '40', '0', '0', '2', '0', '0', '0'],
        ['total', '43', '42', '1', '0', '2', '0', '0', '0'],
        ['1 groups clean, 1 with defects, 0 not judged'],
      ]),
    )
  })
})
