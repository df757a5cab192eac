import { AxeBuilder } from '@axe-core/playwright'
import { STORIES } from '#tests/states/all.ts'
import { expect, type Page, test } from '#tests/states/test.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

// Axe tries to enter every frame; the frame of a letter allows no scripts.
test.use({ tolerated: /^Blocked script execution in 'about:srcdoc'/ })

// The same states are pictured by `npm run screenshots`, in German too. Axe is a script: it cannot look at pages without scripts.
for (const story of STORIES.filter(({ name }) => name !== 'without scripts')) {
  test(`axe finds no violation, no page is too wide and no other origin gets a request: ${story.name}`, async ({
    scene,
    context,
    origin,
  }) => {
    test.slow()
    const strangers: string[] = []
    context.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !/^(data|blob|about):/.test(request.url()))
        strangers.push(request.url())
    })
    await story.tell(scene, inspect)
    expect(strangers).toEqual([])
  })
}

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })
  for (const story of STORIES.filter(({ name }) => name === 'the front doors')) {
    test(`axe finds no violation: ${story.name}`, async ({ scene }) => {
      test.slow()
      await story.tell(scene, inspect)
    })
  }
})

/** All rules in the light theme; in the dark theme those that depend on colours. */
async function inspect(page: Page, state: string): Promise<void> {
  const faults = await violations(page, new AxeBuilder({ page }))
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(
    ...(await violations(page, new AxeBuilder({ page }).withRules('color-contrast'))).map((fault) => `dark: ${fault}`),
  )
  await page.emulateMedia({ colorScheme: 'light' })
  expect(faults, state).toEqual([])

  await page.setViewportSize(PHONE)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await page.setViewportSize(DESKTOP)
  expect(overflow, `${state} is wider than a small phone`).toBeLessThanOrEqual(0)
}

async function violations(page: Page, builder: AxeBuilder): Promise<string[]> {
  // A colour in transition has neither value; the transition begins with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished.catch(() => {})),
    ),
  )
  const found = await builder.setLegacyMode().analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
