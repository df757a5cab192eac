import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { ServiceKeys } from '#app/admin/keys/service-keys.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { LockKeyhole } from '#app/_ui/marks/icons.ts'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { adminPermissions, readSecrets, type ShownKeys } from '#app/_web/admin.ts'
import { readServiceKeys } from '#app/_web/admin-access.ts'
import { mayDo } from '#app/_web/admin-sign-up.ts'
import { Words, words, type WordsOf } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminKeys'))('title') }
}

/** The keys of programs, and the secrets of the server with what still depends on each. Secrets are not changed here. */
export default adminPage('read:keys', async (admin) => {
  const [say, { secrets, unknown }, { keys }] = await Promise.all([
    words('adminKeys'),
    readSecrets(admin),
    readServiceKeys(admin),
  ])
  const lost = namesOf(unknown, say)
  return (
    <Words of={['adminAccess', 'adminPerson', 'adminServiceKeys']}>
      <PageHeading title={say('title')}>{say('aboutAll')}</PageHeading>
      {lost !== '' && (
        <div className="mb-6">
          <Banner tone="danger" title={say('unknown.title')}>
            {say('unknown.what', { rows: lost })}
          </Banner>
        </div>
      )}
      <ServiceKeys keys={keys} mayManage={mayDo(admin, 'manage:service-keys')} />
      <h2 className="mt-10 text-lg">{say('secrets')}</h2>
      <p className="mt-1 mb-4 max-w-xl text-soft">{say('about')}</p>
      <Rows label={say('list')}>
        {secrets.map(({ name, newest, rows }) => (
          <Row
            key={name}
            icon={LockKeyhole}
            title={<code className="font-mono">{name}</code>}
            badges={newest && <Badge tone="good">{say('newest')}</Badge>}
          >
            {namesOf(rows, say) || say('nothing')}
          </Row>
        ))}
      </Rows>
      <div className="mt-4 max-w-xl space-y-2 text-sm text-soft">
        <p>{say('counted')}</p>
        <p>{say.rich('change', { code: (text) => <code className="font-mono text-ink">{text}</code> })}</p>
      </div>
    </Words>
  )
})

const KINDS = ['apps', 'passwords', 'backupCodes', 'kept'] as const

/** What there is of each kind; empty if there is nothing. */
function namesOf(rows: ShownKeys['unknown'], say: WordsOf<'adminKeys'>): string {
  return KINDS.filter((kind) => rows[kind] > 0)
    .map((kind) => say(kind, { count: rows[kind] }))
    .join(', ')
}
