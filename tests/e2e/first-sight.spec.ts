import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { expect, type Page, test } from './test.ts'

const PUBLIC = [
  '/',
  '/sign-in',
  '/sign-in/password',
  '/sign-up',
  '/recover',
  '/mailbox',
  '/goodbye',
  '/recover/cancel',
  '/no-such-page',
]
const PERSONAL = [
  '/account',
  '/account/passkeys',
  '/account/fallbacks',
  '/account/emails',
  '/account/sessions',
  '/account/activity',
  '/account/data',
]
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }

type Shift = { value: number; moved: string[] }

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport })

    test('the layout does not shift while a page loads', async ({ page, person, origin: url }) => {
      test.slow()
      expect(person.email).toContain('@')
      await page.addInitScript(watchShifts)
      for (const path of PERSONAL) expect(await shifts(page, path), path).toEqual([])
      await page.context().clearCookies()
      await page.context().addCookies([{ name: cookieAt('goodbye', url), value: 'account', url }])
      for (const path of PUBLIC) expect(await shifts(page, path), path).toEqual([])
    })
  })
}

test('the measurement notices a layout shift', async ({ page }) => {
  await page.addInitScript(watchShifts)
  await page.goto('/')
  await page.evaluate(() =>
    document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' })),
  )
  await expect.poll(() => page.evaluate(readShifts)).not.toEqual([])
})

for (const [colorScheme, chosen, dark] of [
  ['dark', undefined, true],
  ['light', undefined, false],
  ['light', 'dark', true],
  ['dark', 'light', false],
] as const) {
  test.describe(`on a ${colorScheme} device${chosen ? ` whose owner chose the ${chosen} theme` : ''}`, () => {
    test.use({ colorScheme })

    test('the first paint has the right colours, before any script and without a web font', async ({
      page,
      origin: url,
    }) => {
      if (chosen) await page.context().addCookies([{ name: 'latchkey-theme', value: chosen, url }])
      const fonts: string[] = []
      page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()))
      await page.route(/\.js(\?|$)/, () => {})
      for (const path of ['/', '/sign-in', '/sign-up', '/recover']) {
        await page.goto(path, { waitUntil: 'commit' })
        await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-paint').length), path).toBe(1)
        const [red = 0, green = 0, blue = 0] = await pixelOf(
          page,
          await page.screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } }),
        )
        expect((red + green + blue) / 3 < 60, `${path} is dark`).toBe(dark)
        expect(await page.evaluate(() => document.fonts.size)).toBe(0)
      }
      expect(fonts).toEqual([])
    })
  })
}

/** Runs in the page: records every layout shift, including those before the first read. */
function watchShifts(): void {
  const kept: Shift[] = []
  Object.assign(window, { keptShifts: kept })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      sources?: { node?: Node | null }[]
    })[]) {
      kept.push({
        value: entry.value,
        moved: (entry.sources ?? []).map(({ node }) =>
          (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 90),
        ),
      })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function readShifts(): Shift[] {
  return (window as unknown as { keptShifts: Shift[] }).keptShifts
}

async function shifts(page: Page, path: string): Promise<Shift[]> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))))
  return page.evaluate(readShifts)
}

/** The colour of a one-pixel screenshot, read by the browser itself: the painted colour, not the declared one. */
function pixelOf(page: Page, png: Buffer): Promise<number[]> {
  return page.evaluate(async (source) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])]
  }, png.toString('base64'))
}
