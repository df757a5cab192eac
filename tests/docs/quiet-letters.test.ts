import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CAN_BE_QUIET } from '#server/mail/quiet-letters.ts'
import { NAMES } from '#tests/server/mail/samples.ts'

const DECISION = join(import.meta.dirname, '../../docs/decisions/0061-which-letters-may-be-quiet.md')

/** The letters in the rows of the decision's table that say this. */
function lettersWhere(answer: 'yes' | 'no'): string[] {
  const rows = readFileSync(DECISION, 'utf8')
    .split('\n')
    .filter((line) => line.split('|')[2]?.trim() === answer)
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name))
}

test('the decision judges every letter once, and as the code does', () => {
  expect(lettersWhere('yes').toSorted()).toEqual(CAN_BE_QUIET.toSorted())
  expect([...lettersWhere('yes'), ...lettersWhere('no')].toSorted()).toEqual(NAMES.toSorted())
})
