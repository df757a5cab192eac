import { join } from 'node:path'
import { STORIES } from '#tests/states/all.ts'
import { lettersIn } from '#tests/states/letters.ts'
import { expect, type Page, test } from '#tests/states/test.ts'

const FOLDER = process.env.SCREENSHOTS ?? ''
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }
const SIZES = [PHONE, DESKTOP]
const THEMES = ['light', 'dark'] as const

for (const story of STORIES) {
  test(story.name, async ({ scene }) => {
    await story.tell(scene, (page, state) => picture(page, state, scene.language))
  })
}

test('every letter', async ({ page, language }) => {
  for (const { name, html } of lettersIn(language)) {
    await page.setContent(html)
    await picture(page, `letter-${name}`, language)
  }
})

/** Takes a picture of a state in each size and theme. Fails if something is wider than the window. */
async function picture(page: Page, state: string, language: string): Promise<void> {
  await page.mouse.move(0, 0)
  for (const size of SIZES) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Under a dialog the rest of the page need not be pictured.
      const fullPage = (await page.locator('dialog[open]').count()) === 0
      if (fullPage) await page.evaluate(() => window.scrollTo(0, 0))
      // A phone as long as its page shows the bar at the end of the page, and not across it.
      if (fullPage && size === PHONE) await page.setViewportSize({ ...size, height: await lengthOf(page) })
      await page.screenshot({
        path: join(FOLDER, `${state}.${size.width}.${colorScheme}.${language}.png`),
        fullPage,
        animations: 'disabled',
      })
    }
    expect(await overflow(page), `${state} is wider than ${size.width}`).toBeLessThanOrEqual(0)
  }
}

/** The height of the page in pixels, at least that of a phone. */
function lengthOf(page: Page): Promise<number> {
  return page.evaluate((least) => Math.max(least, document.documentElement.scrollHeight), PHONE.height)
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
