import type { CDPSession, Page } from '@playwright/test'
import type { Device, Passkey } from './passkeys.ts'
import { type Requests, standBetween } from './requests.ts'

type Built = { synced: boolean; roaming: boolean }
type Answering = (present: boolean) => Promise<void>
type Socket = { requests: Requests; devices: Set<Answering> }
type Held = {
  credentialId: string
  rpId?: string
  privateKey: string
  userHandle?: string
  signCount: number
  isResidentCredential: boolean
  backupEligibility?: boolean
}

const sockets = new WeakMap<Page, Promise<Socket>>()

/** Plugs a device into a page: the browser's own virtual authenticator, as the DevTools protocol makes it. */
export async function plugIntoBrowser(page: Page, { synced, roaming }: Built): Promise<Device> {
  const { requests, devices } = await socketOf(page)
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: roaming ? 'usb' : 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
      defaultBackupEligibility: synced,
      defaultBackupState: synced,
    },
  })
  const answering: Answering = (enabled) =>
    session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }).then(() => {})
  devices.add(answering)
  return {
    ...requests,
    ...holding(session, authenticatorId),
    async setUserVerified(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    async unplug() {
      devices.delete(answering)
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
  }
}

/** The shared state of a page's devices: they answer wanted requests only, and a request held back is never answered later. */
function socketOf(page: Page): Promise<Socket> {
  const made = sockets.get(page)
  if (made) return made
  const devices = new Set<Answering>()
  const socket = standBetween(page, async ({ wanted }) => {
    await Promise.all([...devices].map((answering) => answering(wanted)))
    return true
  }).then((requests) => ({ requests, devices }))
  sockets.set(page, socket)
  return socket
}

function holding(session: CDPSession, authenticatorId: string): Pick<Device, 'list' | 'add' | 'remove'> {
  return {
    async list() {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.map(fromHeld)
    },
    async add(passkey) {
      await session.send('WebAuthn.addCredential', { authenticatorId, credential: toHeld(passkey) })
    },
    async remove({ id }) {
      await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId: toBase64(id) })
    },
  }
}

function fromHeld({
  credentialId,
  rpId = '',
  userHandle = '',
  privateKey,
  signCount,
  backupEligibility,
}: Held): Passkey {
  return {
    id: toBase64Url(credentialId),
    rpId,
    userHandle: toBase64Url(userHandle),
    privateKey: toBase64Url(privateKey),
    signCount,
    synced: backupEligibility,
  }
}

function toHeld({ id, rpId, userHandle, privateKey, signCount, synced }: Passkey) {
  return {
    credentialId: toBase64(id),
    isResidentCredential: true,
    rpId,
    userHandle: toBase64(userHandle),
    privateKey: toBase64(privateKey),
    signCount,
    backupEligibility: synced,
    backupState: synced,
  }
}

function toBase64(text: string): string {
  return Buffer.from(text, 'base64url').toString('base64')
}

function toBase64Url(text: string): string {
  return Buffer.from(text, 'base64').toString('base64url')
}
