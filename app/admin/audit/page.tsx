import type { Metadata } from 'next'
import { ActRow } from '#app/admin/audit/act-row.tsx'
import { ExportActs } from '#app/admin/audit/export-acts.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { numberIn } from '#app/_ui/browser/number-in.ts'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ScrollText } from '#app/_ui/marks/icons.ts'
import { adminPermissions, readActs } from '#app/_web/admin.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminAudit'))('title') }
}

type Asked = string | string[] | undefined
type Props = { searchParams: Promise<{ before?: Asked; target?: Asked }> }

/** What administrators did, the newest first: to everybody, or to one person. */
export default adminPage('read:audit', async (admin, { searchParams }: Props) => {
  const asked = await searchParams
  const before = numberIn(asked.before)
  const target = typeof asked.target === 'string' ? asked.target : undefined
  const [say, { acts, named, next }] = await Promise.all([words('adminAudit'), readActs(admin, { before, target })])
  const whom = named.find(({ id }) => id === target)
  return (
    <Words of={['adminAudit']}>
      <PageHeading title={say('title')}>
        {whom ? say('aboutOne', { whom: whom.name === '' ? whom.email : whom.name }) : say('about')}
      </PageHeading>
      {acts.length > 0 ? (
        <Rows label={say('list')}>
          {acts.map((act) => (
            <ActRow key={act.seq} act={act} named={named} />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={ScrollText} title={say('none')}>
          {say('noneHint')}
        </EmptyState>
      )}
      <div className="mt-5 mb-9 flex flex-wrap gap-3">
        {target !== undefined && <ButtonLink href="/admin/audit">{say('everybody')}</ButtonLink>}
        {before !== undefined && <ButtonLink href={linkTo({ target })}>{say('newest')}</ButtonLink>}
        {next !== undefined && <ButtonLink href={linkTo({ target, before: next })}>{say('older')}</ButtonLink>}
      </div>
      <ExportActs />
    </Words>
  )
})

function linkTo({ target, before }: { target: string | undefined; before?: number }): string {
  const query = new URLSearchParams({
    ...(target && { target }),
    ...(before !== undefined && { before: String(before) }),
  })
  return query.size > 0 ? `/admin/audit?${query}` : '/admin/audit'
}
