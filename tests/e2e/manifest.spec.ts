import { expect, test } from './test.ts'

test('the browser reads the manifest without a fault, and could install the pages as an app', async ({
  page,
  request,
}) => {
  await page.goto('/sign-in')
  const browser = await page.context().newCDPSession(page)
  const { url, errors, data } = await browser.send('Page.getAppManifest')
  expect(new URL(url).pathname).toBe('/manifest.webmanifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Latchkey', start_url: '/account', display: 'standalone' })
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // The browser of a test is private. Nothing else is in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])

  const icon = page.locator('link[rel="apple-touch-icon"]')
  await expect(icon).toHaveAttribute('href', '/apple-touch-icon.png')
  for (const [path, side] of [
    ['/apple-touch-icon.png', 180],
    ['/icon-192.png', 192],
    ['/icon-512.png', 512],
  ] as const) {
    expect((await request.get(path)).headers()['content-type']).toBe('image/png')
    const sides = await page.evaluate(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    }, path)
    expect(sides).toEqual([side, side])
  }
})
