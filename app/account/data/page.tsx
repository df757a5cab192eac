import type { Metadata } from 'next'
import { Words, words } from '#app/_web/words.tsx'
import { DeleteAccount } from '#app/account/data/delete-account.tsx'
import { ExportData } from '#app/account/data/export-data.tsx'
import { NameForm } from '#app/account/data/name-form.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownAccount, ownRecovery } from '#app/_web/own.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('data'))('title') }
}

/** What is kept about a person: their name, a copy of everything, and its end. */
export default async function DataPage() {
  const say = await words('data')
  const [{ user }, recovery] = await Promise.all([ownAccount(), ownRecovery()])
  const { name, email } = user
  return (
    <>
      <PageHeading title={say('title')}>{say('intro')}</PageHeading>
      <Words of={['data']}>
        <div className="space-y-4">
          <NameForm name={name} email={email} />
          <ExportData />
          <DeleteAccount held={recovery.state !== 'none'} />
        </div>
      </Words>
    </>
  )
}
