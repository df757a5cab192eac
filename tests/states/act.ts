import { expect, type Locator, type Page } from '@playwright/test'

/** Presses a button by its name, on a page or in a part of it. */
export function press(place: Page | Locator, name: string): Promise<void> {
  return place.getByRole('button', { name, exact: true }).locator('visible=true').first().click()
}

/** Waits for a heading. */
export function see(place: Page | Locator, heading: string): Promise<void> {
  return expect(place.getByRole('heading', { name: heading, exact: true })).toBeVisible()
}

/** Waits for a text. */
export function read(place: Page | Locator, text: string): Promise<void> {
  return expect(place.getByText(text, { exact: true }).first()).toBeVisible()
}

/** Holds back the answers from an address until `release`, so that the pending state can be looked at. */
export async function hold(
  page: Page,
  url: string | ((url: URL) => boolean),
): Promise<{ release: () => Promise<void> }> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(url, async (route) => {
    await opened
    // The page may have moved on without the answer.
    await route.continue().catch(() => {})
  })
  return {
    async release() {
      open()
      await page.unroute(url)
    },
  }
}

/** Answers an address with a refusal, in the server's own format. */
export async function refuse(
  page: Page,
  url: string,
  problem: { status: number; code: string; detail?: string; retryAfter?: number },
): Promise<void> {
  await page.route(
    url,
    (route) =>
      route.fulfill({ status: problem.status, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    { times: 1 },
  )
}
