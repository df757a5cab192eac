import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { plugIntoBrowser } from './browser-device.ts'
import type { Requests } from './requests.ts'
import { plugIntoScript } from './script-device.ts'

/** A passkey as a device keeps it; bytes are base64url. */
export type Passkey = {
  id: string
  rpId: string
  userHandle: string
  /** PKCS#8. */
  privateKey: string
  signCount: number
  /** Whether its provider syncs it to other devices. By default as the device it is added to does. */
  synced?: boolean
}

/** What all virtual devices can do. */
export type Device = Requests & {
  /** The passkeys on the device. */
  list: () => Promise<Passkey[]>
  /** Puts a passkey into the device. */
  add: (passkey: Passkey) => Promise<void>
  remove: (passkey: Passkey) => Promise<void>
  /** Whether the person passes the device's check (fingerprint, face, PIN). */
  setUserVerified: (verified: boolean) => Promise<void>
  /** Takes the device away, and everything on it. */
  unplug: () => Promise<void>
}

/** A device with passkeys, plugged into a page. A call that names no passkey means the only one. */
export type Passkeys = Omit<Device, 'remove'> & {
  /** The only passkey of the device. Throws if there is none or more than one. */
  sole: () => Promise<Passkey>
  remove: (passkey?: Passkey) => Promise<void>
  /** Sets the signature counter: the next signature says one more. */
  setCounter: (signCount: number, passkey?: Passkey) => Promise<void>
  /** Makes the device offer a passkey that the server has never seen. For a removed one, `add` it back. */
  makeStale: (passkey?: Passkey) => Promise<void>
  /** Puts copies of all passkeys into another device, where their counters continue independently. */
  cloneTo: (other: Passkeys) => Promise<void>
}

/** `browser` is Chromium's own (DevTools protocol, domain WebAuthn); `script` is Playwright's, for any browser. */
export type DeviceKind = 'browser' | 'script'
export type DeviceOptions = {
  kind?: DeviceKind
  synced?: boolean
  /** A security key instead of the device that the browser runs on. Only the browser's own device can be one. */
  roaming?: boolean
}

/** Plugs a new, empty device into a page: by default the browser's own, if it has one. */
export async function plugIn(page: Page, options: DeviceOptions = {}): Promise<Passkeys> {
  const kind = options.kind ?? (page.context().browser()?.browserType().name() === 'chromium' ? 'browser' : 'script')
  const device =
    kind === 'browser'
      ? await plugIntoBrowser(page, { synced: options.synced ?? true, roaming: options.roaming ?? false })
      : await plugIntoScript(page)

  async function sole(): Promise<Passkey> {
    const [passkey, ...others] = await device.list()
    if (!passkey || others.length > 0)
      throw new Error(`The device holds ${passkey ? others.length + 1 : 'no'} passkeys: say which.`)
    return passkey
  }

  async function swap(change: Partial<Passkey>, passkey: Passkey): Promise<void> {
    await device.remove(passkey)
    await device.add({ ...passkey, ...change })
  }

  return {
    ...device,
    sole,
    remove: async (passkey) => device.remove(passkey ?? (await sole())),
    setCounter: async (signCount, passkey) => swap({ signCount }, passkey ?? (await sole())),
    makeStale: async (passkey) => swap({ id: randomBytes(16).toString('base64url') }, passkey ?? (await sole())),
    async cloneTo(other) {
      for (const passkey of await device.list()) await other.add(passkey)
    },
  }
}
