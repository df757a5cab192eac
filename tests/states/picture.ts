import { expect } from '@playwright/test'
import sharp from 'sharp'
import { press, read } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** A person with a name, and with and without a picture. */
export const picture = story(
  'name and picture',
  [
    'account-named',
    'data-picture-refused',
    'data-picture-saving',
    'data-picture',
    'account-picture',
    'data-picture-removed',
  ],
  async ({ page, person, say, show }) => {
    const data = say('data')
    await person.signUp()
    await page.goto('/account/data')
    await page.getByRole('textbox', { name: data('name') }).fill('Mira Holm')
    await press(page, data('saveName'))
    await read(page, data('nameSaved', { name: 'Mira Holm' }))
    await page.goto('/account')
    await show('account-named')

    await page.goto('/account/data')
    const file = page.getByLabel(data('picture'), { exact: true })
    const named = { name: 'mira.jpg', mimeType: 'image/jpeg' }
    await file.setInputFiles({ ...named, buffer: Buffer.from('no picture') })
    await read(page, data('pictureUnreadable'))
    await show('data-picture-refused')

    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/api/account/picture', async (route) => {
      await held
      await route.continue()
    })
    await file.setInputFiles({ ...named, buffer: await photo() })
    await page.locator('button[aria-disabled=true]').waitFor()
    await show('data-picture-saving')
    answer()
    await read(page, data('pictureSaved'))
    await page.unroute('**/api/account/picture')
    const shown = page.getByRole('main').locator('img[src^="/api/account/picture"]')
    await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(256)
    await show('data-picture')

    await page.goto('/account')
    await show('account-picture')

    await page.goto('/account/data')
    await press(page, data('pictureRemove'))
    await read(page, data('pictureGone'))
    await show('data-picture-removed')
  },
)

/** A photo as a phone takes it: of several megabytes, which the server would refuse. */
async function photo(): Promise<Buffer> {
  const face = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1800">
    <rect width="2400" height="1800" fill="#c9dfe8"/><circle cx="1200" cy="800" r="380" fill="#e8b996"/>
    <path d="M500 1800a700 620 0 0 1 1400 0z" fill="#2f5d74"/><path d="M800 760a400 420 0 0 1 800 0q-400-260-800 0z" fill="#5a3825"/></svg>`
  const grain = { type: 'gaussian', mean: 128, sigma: 12 } as const
  const taken = await sharp(Buffer.from(face))
    .composite([
      {
        input: { create: { width: 2_400, height: 1_800, channels: 3, background: '#888', noise: grain } },
        blend: 'overlay',
      },
    ])
    .jpeg({ quality: 95 })
    .toBuffer()
  expect(taken.length).toBeGreaterThan(1_000_000)
  return taken
}
