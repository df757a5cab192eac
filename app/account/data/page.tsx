import type { Metadata } from 'next'
import { Words, words } from '#app/_web/words.tsx'
import { DeleteAccount } from '#app/account/data/delete-account.tsx'
import { ExportData } from '#app/account/data/export-data.tsx'
import { NameForm } from '#app/account/data/name-form.tsx'
import { PictureForm } from '#app/account/data/picture-form.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { ownRecovery } from '#app/_web/own.ts'
import { ownPerson } from '#app/_web/person.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('data'))('title') }
}

/** What is kept about a person: their name and picture, a copy of everything, and its end. */
export default async function DataPage() {
  const say = await words('data')
  const [{ name, email, initials, picture }, recovery] = await Promise.all([ownPerson(), ownRecovery()])
  return (
    <>
      <PageHeading title={say('title')}>{say('intro')}</PageHeading>
      <Words of={['data']}>
        <div className="space-y-4">
          <SectionCard title={say('you')}>
            <PictureForm initials={initials} picture={picture} />
            <NameForm name={name} email={email} />
          </SectionCard>
          <ExportData />
          <DeleteAccount held={recovery.state !== 'none'} />
        </div>
      </Words>
    </>
  )
}
