import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import type { Mailbox, Person } from '#tests/kit/test.ts'

/** ECDSA with P-256 and SHA-256 (COSE), the only algorithm that every virtual device can sign with. */
const ES256 = -7

/** Signs a newcomer up by requests of their browser, and puts the passkey into their device. The page stays where it is. */
export async function signUpByRequests({ page, email, passkeys }: Person, mailbox: Mailbox, origin: string) {
  const { userAgent, languages } = await page.evaluate(() => ({
    userAgent: navigator.userAgent,
    languages: navigator.languages.join(','),
  }))
  const headers = { origin, 'user-agent': userAgent, 'accept-language': languages }
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(origin + path, { data, headers })
    if (!answer.ok()) throw new Error(`Signing up failed at ${path}: ${answer.status()} ${await answer.text()}`)
    // The routes' own answers, whose shape their schemas guarantee.
    return (await answer.json()) as { ceremony: string; options: never }
  }

  const { ceremony: begun } = await post('/api/sign-up', { email })
  const code = await mailbox.code(email, 'sign-up-code')
  const { ceremony, options } = await post('/api/sign-up/code', { ceremony: begun, code })
  const authenticator = createAuthenticator({ origin, algorithm: ES256, counter: 'counting', transports: ['internal'] })
  await post('/api/sign-up/passkey', { ceremony, credential: authenticator.create(options) })

  for (const { credentialId, rpId, userHandle, privateKey, signCount } of authenticator.passkeys)
    await passkeys.add({
      id: credentialId.toString('base64url'),
      rpId,
      userHandle: userHandle.toString('base64url'),
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
      signCount,
      synced: true,
    })
}
