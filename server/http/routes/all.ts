import { OpenAPIHono } from '@hono/zod-openapi'
import { misfit } from '#server/checked.ts'
import { openapiRoutes } from '#server/http/docs/openapi.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { accountRoutes } from '#server/http/routes/account.ts'
import { activityRoutes } from '#server/http/routes/activity.ts'
import { adminAppRoleRoutes } from '#server/http/routes/admin-app-roles.ts'
import { adminGroupRoutes } from '#server/http/routes/admin-groups.ts'
import { adminPeopleRoutes } from '#server/http/routes/admin-people.ts'
import { adminPolicyRoutes } from '#server/http/routes/admin-policies.ts'
import { adminServiceKeyRoutes } from '#server/http/routes/admin-service-keys.ts'
import { adminRoutes } from '#server/http/routes/admin.ts'
import { backupCodeRoutes } from '#server/http/routes/backup-codes.ts'
import { checkUpRoutes } from '#server/http/routes/check-up.ts'
import { confirmationRoutes } from '#server/http/routes/confirmation.ts'
import { decisionRoutes } from '#server/http/routes/decisions.ts'
import { emailRoutes } from '#server/http/routes/emails.ts'
import { exportRoutes } from '#server/http/routes/export.ts'
import { invitationRoutes } from '#server/http/routes/invitations.ts'
import { healthRoutes } from '#server/http/routes/health.ts'
import { passkeyRoutes } from '#server/http/routes/passkeys.ts'
import { passwordRoutes } from '#server/http/routes/password.ts'
import { pictureRoutes } from '#server/http/routes/pictures.ts'
import { recoveryRoutes } from '#server/http/routes/recovery.ts'
import { removedRoutes } from '#server/http/routes/removed.ts'
import { sessionRoutes } from '#server/http/routes/sessions.ts'
import { setupRoutes } from '#server/http/routes/setup.ts'
import { signInRoutes } from '#server/http/routes/sign-in.ts'
import { signUpRuleRoutes } from '#server/http/routes/sign-up-rule.ts'
import { signUpRoutes } from '#server/http/routes/sign-up.ts'
import { totpRoutes } from '#server/http/routes/totp.ts'

/** Every product route, without the `/api` before it. */
export function productRoutes() {
  const app = edge()
  return app.openapiRoutes([
    ...signUpRoutes,
    ...signInRoutes,
    ...sessionRoutes,
    ...confirmationRoutes,
    ...passkeyRoutes,
    ...totpRoutes,
    ...backupCodeRoutes,
    ...passwordRoutes,
    ...removedRoutes,
    ...recoveryRoutes,
    ...emailRoutes,
    ...activityRoutes,
    ...checkUpRoutes,
    ...accountRoutes,
    ...pictureRoutes,
    ...exportRoutes,
    ...setupRoutes,
    ...adminRoutes,
    ...adminPeopleRoutes,
    ...adminGroupRoutes,
    ...adminAppRoleRoutes,
    ...adminPolicyRoutes,
    ...adminServiceKeyRoutes,
    ...decisionRoutes,
    ...signUpRuleRoutes,
    ...invitationRoutes,
    ...healthRoutes,
    ...openapiRoutes(app),
  ])
}

/** Refuses input that does not fit its schema, with what is wrong and where. */
function edge() {
  return new OpenAPIHono<Edge>({
    defaultHook: (result) => {
      if (!result.success) throw misfit(result.error)
    },
  })
}
