import { describe, expect, test } from 'vitest'
import { RULES, type Rules } from '#server/custody/rules.ts'
import { firstStory } from './model/play.ts'
import { SMALL } from './model/scale.ts'

describe('each rule of custody is needed: without it somebody loses', () => {
  // The type of Object.keys loses the names.
  const names = Object.keys(RULES) as (keyof Rules)[]

  test.each(names)('without %s', async (rule) => {
    const story = firstStory(SMALL, { ...RULES, [rule]: false })
    await expect(story?.join('\n')).toMatchFileSnapshot(`stories/${rule}.txt`)
    expect(story).toBeDefined()
  })
})
