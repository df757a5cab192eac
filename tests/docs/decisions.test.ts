import { expect, describe, test } from 'vitest'
import { decisionIn, faultsIn, indexPage, readDecisions } from '../../scripts/docs/decisions.ts'

test('every decision has its form, the next number and a valid status', () => {
  const decisions = readDecisions()
  expect(faultsIn(decisions)).toEqual([])
  expect(decisions.length).toBeGreaterThan(30)
})

describe('the check above', () => {
  const page = (number: string, { status = 'accepted', date = '2026-01-01' } = {}) =>
    decisionIn(
      `${number}-one.md`,
      `# ${number}. One\n\n- Status: ${status}\n- Date: ${date}\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## Consequences\n\nC.\n`,
    )

  test('accepts pages in order, and a decision that a later one supersedes', () => {
    const pages = [page('0001', { status: 'superseded by [0002](0002-one.md)' }), page('0002')]
    expect(faultsIn(pages)).toEqual([])
    expect(indexPage(pages)).toContain(
      '| 0001 | [One](0001-one.md) | 2026-01-01 | superseded by [0002](0002-one.md) |\n| 0002 | [One](0002-one.md) |',
    )
  })

  test.each([
    ['a page without the form', [decisionIn('0001-one.md', '# One\n')]],
    ['a gap between two numbers', [page('0001'), page('0003')]],
    ['a number that is used twice', [page('0001'), page('0001')]],
    ['a title with another number than the file', [{ ...page('0001'), file: '0002-one.md' }]],
    ['an unknown status', [page('0001', { status: 'maybe' })]],
    ['a successor that does not exist', [page('0001', { status: 'superseded by [0002](0002-one.md)' })]],
    ['a successor in another file', [page('0001', { status: 'superseded by [0002](0002-two.md)' }), page('0002')]],
    ['a successor that is older', [page('0001'), page('0002', { status: 'superseded by [0001](0001-one.md)' })]],
    ['a date before the one of the decision before it', [page('0001'), page('0002', { date: '2025-12-31' })]],
  ])('finds %s', (_what, decisions) => {
    expect(faultsIn(decisions)).toHaveLength(1)
  })
})
