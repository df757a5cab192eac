import { AxeBuilder } from '@axe-core/playwright'
import { STORIES } from '#tests/states/all.ts'
import { expect, type Page, test } from '#tests/states/test.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

// Axe tries to get into every frame; that of a letter is closed to all scripts.
test.use({ tolerated: /^Blocked script execution in 'about:srcdoc'/ })

// The same states are pictured by `npm run screenshots`, in German too. Axe is a script: it cannot look at pages without scripts.
for (const story of STORIES.filter(({ name }) => name !== 'without scripts')) {
  test(`axe finds nothing, nothing is too wide and no stranger is asked: ${story.name}`, async ({
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
    test(`axe finds nothing: ${story.name}`, async ({ scene }) => {
      test.slow()
      await story.tell(scene, inspect)
    })
  }
})

test('a fault is found, in a page that was looked at before too', async ({ page }) => {
  // Behind the texts of the home page is a gradient, which axe cannot judge.
  await page.goto('/sign-in')
  await inspect(page, 'sign-in')
  await page.evaluate(() => {
    document.body.append(document.createElement('img'))
    const [heading] = document.getElementsByTagName('h1')
    if (heading) heading.style.color = 'rgb(128 128 128 / 0.3)'
  })
  const faults = /color-contrast: h1[^]*image-alt: img[^]*dark: color-contrast: h1/
  await expect(inspect(page, 'sign-in')).rejects.toThrow(faults)
})

/** Everything in the light; in the dark what depends on it. */
async function inspect(page: Page, state: string): Promise<void> {
  const faults = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await violations(page, ['color-contrast'])).map((fault) => `dark: ${fault}`))
  await page.emulateMedia({ colorScheme: 'light' })
  expect(faults, state).toEqual([])

  await page.setViewportSize(PHONE)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await page.setViewportSize(DESKTOP)
  expect(overflow, `${state} is wider than a small phone`).toBeLessThanOrEqual(0)
}

/** What axe finds by all of its rules, or by some. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(finishMoving)
  const found = await analyze(page, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Runs in the page: a colour on its way to another is neither. Where a colour is inherited, its change sets out after that of the parent. */
async function finishMoving(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const moving = document
      .getAnimations()
      // What keeps its last frame stays in this list, finished.
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    for (const animation of moving) animation.finish()
    if (moving.length > 0) quiet = 0
  }
}

type Options = Parameters<AxeBuilder['options']>[0]
type Violations = { id: string; nodes: { target: unknown[] }[] }[]
type Looked = Window & { axe: { run(place: Document, options: Options): Promise<{ violations: Violations }> } }

/** Runs axe. Bringing it into a page takes longer than the run: it stays there, and looks at the later states of that page again. */
async function analyze(page: Page, options: Options): Promise<Violations> {
  // Each frame needs an axe of its own, which the builder sees to.
  const isHere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  const { violations } = isHere
    ? await page.evaluate(async (given) => (window as unknown as Looked).axe.run(document, given), options)
    : await new AxeBuilder({ page }).options(options).setLegacyMode().analyze()
  return violations
}
