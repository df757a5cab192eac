import type { ShownAppRole } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

/** What a role permits, and which roles it includes. */
export async function RoleFacts({ role: { permissions, includes } }: { role: ShownAppRole }) {
  const say = await words('adminAppRoles')
  return (
    <>
      {(permissions.length > 0 || includes.length === 0) && (
        <span className="block">
          {permissions.length > 0 ? say('permits', { permissions: permissions.join(', ') }) : say('permitsNothing')}
        </span>
      )}
      {includes.length > 0 && <span className="block">{say('includes', { roles: includes.join(', ') })}</span>}
    </>
  )
}
