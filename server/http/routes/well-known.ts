import { Hono } from 'hono'
import type { Config } from '#server/config/config.ts'

/** The well-known addresses. Unknown ones are 404, because password managers rely on that. */
export function wellKnown(config: Config): Hono {
  const app = new Hono()
  const manage = `${config.origin}/account/passkeys`

  // Passkey endpoints (W3C passkey-endpoints): where passkeys are created and managed.
  app.get('/.well-known/passkey-endpoints', (c) => c.json({ enroll: manage, manage }))
  // A well-known URL for changing passwords (W3C change-password-url).
  app.get('/.well-known/change-password', (c) => c.redirect('/account/fallbacks', 302))
  // Related origin requests (WebAuthn L3 §5.11), only where there are any.
  if (config.relatedOrigins.length > 0)
    app.get('/.well-known/webauthn', (c) => c.json({ origins: config.relatedOrigins }))
  // Where programs ask for decisions (AuthZEN Authorization API 1.0 §9).
  app.get('/.well-known/authzen-configuration', (c) =>
    c.json({
      policy_decision_point: config.origin,
      access_evaluation_endpoint: `${config.origin}/api/access/v1/evaluation`,
      access_evaluations_endpoint: `${config.origin}/api/access/v1/evaluations`,
    }),
  )
  return app
}
