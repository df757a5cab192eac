import { expect, test } from 'vitest'
import { judgeGenerated } from '#tests/server/policies/judge/agreement.ts'

test('reaches the verdict of Cedar for every generated request, part 4 of 5', async () => {
  expect(await judgeGenerated(4)).toBeGreaterThan(150)
})
