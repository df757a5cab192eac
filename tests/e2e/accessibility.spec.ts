import { AxeBuilder } from '@axe-core/playwright'
import axe from 'axe-core'
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

test('axe finds a fault, also in a page that it has checked before', async ({ page }) => {
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

/** All rules in the light theme; in the dark theme those that depend on colours. */
async function inspect(page: Page, state: string): Promise<void> {
  await page.evaluate(holdStill)
  const faults = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await violations(page, ['color-contrast'])).map((fault) => `dark: ${fault}`))
  expect(faults, state).toEqual([])

  await Promise.all([page.emulateMedia({ colorScheme: 'light' }), page.setViewportSize(PHONE)])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await page.setViewportSize(DESKTOP)
  expect(overflow, `${state} is wider than a small phone`).toBeLessThanOrEqual(0)
}

/**
 * Runs in the page. Ends transitions for good, because a colour in transition has neither value, and lets what has just appeared
 * arrive.
 */
async function holdStill(): Promise<void> {
  if (document.adoptedStyleSheets.length === 0) {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after, ::backdrop { transition: none !important }')
    document.adoptedStyleSheets = [still]
  }
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish()
}

type Options = Parameters<AxeBuilder['options']>[0]
type Violations = { id: string; nodes: { target: unknown[] }[] }[]
type Looked = Window & { axe: { run(place: Document, options: Options): Promise<{ violations: Violations }> } }

/** The violations that axe finds, by all of its rules or by the named ones. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const found = await analyze(page, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Runs axe. Loading it into a page takes longer than the run, so it stays there for the later states of that page. */
async function analyze(page: Page, options: Options): Promise<Violations> {
  // Each frame needs its own axe, which the builder loads.
  if (page.frames().length > 1)
    return (await new AxeBuilder({ page }).options(options).setLegacyMode().analyze()).violations
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (given) => {
    const { violations } = await (window as unknown as Looked).axe.run(document, given)
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }))
  }, options)
}
