import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RemoveByKey } from '#app/admin/_access/remove-by-key.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { PolicyForm } from '#app/admin/policies/policy-form.tsx'
import { PolicyShown } from '#app/admin/policies/[app]/[id]/policy-shown.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { readPolicies } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminPolicies'))('change.title') }
}

type Props = { params: Promise<{ app: string; id: string }> }

/** One policy: to change it, or to read it. */
export default adminPage('read:access', async (admin, { params }: Props) => {
  const [{ app, id }, say, { policies }] = await Promise.all([params, words('adminPolicies'), readPolicies(admin)])
  const policy = policies.find((each) => each.app === app && each.id === id)
  if (!policy) notFound()
  const { effect, version } = policy
  return (
    <Words of={['adminAccess', 'adminPolicies']}>
      <PageHeading title={id}>
        <code className="block font-mono text-sm [overflow-wrap:anywhere]">{app}</code>
        <p>{say('version', { version })}</p>
      </PageHeading>
      {mayDo(admin, 'change:access') ? (
        <div className="space-y-9">
          <PolicyForm key={version} policy={policy} />
          <RemoveByKey
            target={{ kind: 'policy', app, key: id }}
            words={{
              section: say('remove.section'),
              means: say(`remove.means.${effect}`),
              button: say('remove.button'),
              title: say('remove.title', { id }),
              confirm: say('remove.confirm'),
              done: say('remove.done', { id }),
            }}
            facts={[say(`remove.means.${effect}`), say('remove.off')]}
          />
        </div>
      ) : (
        <PolicyShown policy={policy} />
      )}
    </Words>
  )
})
