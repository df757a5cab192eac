import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import type { Device } from './passkeys.ts'
import { type Requests, standBetween } from './requests.ts'

const installed = new WeakMap<BrowserContext, Promise<Requests>>()

/**
 * Plugs a device into a page and every other of its browser: Playwright's own passkeys, a script in place of the browser's. They
 * work in any browser, never fail user verification, and ignore the Signal API.
 */
export async function plugIntoScript(page: Page): Promise<Device> {
  const context = page.context()
  const { credentials } = context
  const requests = installed.get(context) ?? install(context)
  installed.set(context, requests)
  return {
    ...(await requests),
    list: async () =>
      (await credentials.get()).map(({ id, rpId, userHandle, privateKey, signCount }) => ({
        id,
        rpId,
        userHandle,
        privateKey,
        signCount,
      })),
    async add({ id, rpId, userHandle, privateKey, signCount }) {
      await credentials.create(rpId, { id, userHandle, privateKey, publicKey: publicKeyOf(privateKey), signCount })
    },
    remove: ({ id }) => credentials.delete(id),
    setUserVerified: () => Promise.reject(new Error('Only the device of Chromium itself can fail the person’s check.')),
    async unplug() {
      for (const { id } of await credentials.get()) await credentials.delete(id)
    },
  }
}

/** Playwright's script answers every request, autofill too, so unwanted requests are held back from it. */
async function install(context: BrowserContext): Promise<Requests> {
  await context.credentials.install()
  return standBetween(context, ({ wanted }) => Promise.resolve(wanted))
}

function publicKeyOf(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url')
}
