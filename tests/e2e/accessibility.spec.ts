import { AxeBuilder } from '@axe-core/playwright'
import axe from 'axe-core'
import { STORIES } from '#tests/states/all.ts'
import { expect, type Page, test as base, watchErrors } from '#tests/states/test.ts'
import { translationFaults, translatePages, untranslated } from './translator.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

/** Stories that are told on translated pages; axe and the ruler look at them as they were made. */
const test = base.extend({
  // Axe tries to enter every frame; the frame of a letter allows no scripts.
  tolerated: /^Blocked script execution in 'about:srcdoc'/,
  scene: async ({ scene, tolerated }, use, { title }) => {
    const faults: string[] = []
    await translatePages(scene.page)
    await use({
      ...scene,
      person: {
        ...scene.person,
        async elsewhere() {
          const other = await scene.person.elsewhere()
          watchErrors(other.page, faults, tolerated)
          await translatePages(other.page)
          return other
        },
      },
    })
    // Pages that fail write errors to their console.
    if (!title.endsWith('trouble')) expect(faults, 'another page wrote errors to the console').toEqual([])
  },
})

// The same states are pictured by `npm run screenshots`, in German too. Axe is a script: it cannot look at pages without scripts.
for (const story of STORIES.filter(({ name }) => name !== 'without scripts')) {
  test(`fault U1 translated pages go on, axe finds nothing, none is too wide or asks another origin: ${story.name}`, async ({
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
    test(`fault U1 translated pages go on, and axe finds nothing: ${story.name}`, async ({ scene }) => {
      test.slow()
      await story.tell(scene, inspect)
    })
  }
})

test('axe finds a fault, also in a page that it has checked before', async ({ page }) => {
  await translatePages(page)
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

/** A translator breaks nothing, and axe finds nothing on the page as it was made. */
async function inspect(page: Page, state: string): Promise<void> {
  expect(await translationFaults(page), `${state} in a translated page`).toEqual([])
  await untranslated(page, () => look(page, state))
}

/** All rules in the light theme; in the dark theme those that depend on colours. */
async function look(page: Page, state: string): Promise<void> {
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
