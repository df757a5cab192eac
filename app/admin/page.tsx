import type { Metadata } from 'next'
import { Figure } from '#app/admin/_overview/figure.tsx'
import { Lights } from '#app/admin/_overview/lights.tsx'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions, readAtAGlance } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('admin'))('title') }
}

/** Administration at a glance: figures, and what somebody should look at. */
export default adminPage('read:people', async (admin) => {
  const [say, overview] = await Promise.all([words('adminOverview'), readAtAGlance(admin)])
  const { people, signIns, recoveries, mail, version } = overview
  return (
    <>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <dl className="mb-9 grid gap-4 sm:grid-cols-2">
        <Figure title={say('people')} count={say('number', { count: people.count, more: 'no' })}>
          {say('countedSlowly')}
        </Figure>
        <Figure
          title={say('signIns')}
          count={say('number', { count: signIns.count, more: signIns.more ? 'yes' : 'no' })}
        >
          {say('counted')}
        </Figure>
        <Figure title={say('recoveries')} count={say('number', { count: recoveries.live, more: 'no' })}>
          {say('ready', { count: recoveries.ready })}
        </Figure>
        <Figure title={say('mail')} count={say('number', { count: mail.waiting, more: 'no' })}>
          {say('failing', { count: mail.failing })}
        </Figure>
      </dl>
      <Lights overview={overview} />
      <p className="mt-4 text-sm text-soft">{`${say('version', { version })} · ${say('backup')}`}</p>
    </>
  )
})
