import type { CDPSession, Page } from '@playwright/test'

/** A passkey inside a device, as the browser's own WebAuthn tells it. */
export type DevicePasskey = { credentialId: string; rpId?: string; privateKey: string; userHandle?: string; signCount: number; isResidentCredential: boolean }

/** A device that holds passkeys: the browser's own virtual authenticator (DevTools protocol, domain WebAuthn). */
export type Device = {
  passkeys(): Promise<DevicePasskey[]>
  /** Puts a copy of a passkey into this device. */
  add(passkey: DevicePasskey): Promise<void>
  remove(credentialId: string): Promise<void>
  /** Whether the person passes the device's check (fingerprint, PIN). */
  setUserVerified(verified: boolean): Promise<void>
  /**
   * Whether the device answers new requests by itself. An autofill request is answered too, so a test that wants the button turns
   * this off while the page loads; one that was asked before it was turned on stays unanswered.
   */
  setPresent(present: boolean): Promise<void>
  unplug(): Promise<void>
}

/** Plugs a new device into a page. */
export async function plugIn(page: Page, { synced = true }: { synced?: boolean } = {}): Promise<Device> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      defaultBackupEligibility: synced,
      defaultBackupState: synced,
    },
  })
  return deviceOf(session, authenticatorId)
}

function deviceOf(session: CDPSession, authenticatorId: string): Device {
  return {
    async passkeys() {
      return (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials
    },
    async add(credential) {
      await session.send('WebAuthn.addCredential', { authenticatorId, credential })
    },
    async remove(credentialId) {
      await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId })
    },
    async setUserVerified(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    async setPresent(enabled) {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    async unplug() {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
  }
}
