import type { Metadata } from 'next'
import { DeleteAccount } from '#app/account/data/delete-account.tsx'
import { ExportData } from '#app/account/data/export-data.tsx'
import { NameForm } from '#app/account/data/name-form.tsx'
import { PageHeading } from '#app/_ui/page-heading.tsx'
import { ownAccount } from '#app/_web/account.ts'

export const metadata: Metadata = { title: 'Your data' }

/** What is kept about a person: their name, a copy of everything, and its end. */
export default async function DataPage() {
  const { name, email } = await ownAccount('/account/data')
  return (
    <>
      <PageHeading title="Your data">What we know about you is yours: to change, to take along, and to have deleted.</PageHeading>
      <div className="space-y-4">
        <NameForm name={name} email={email} />
        <ExportData />
        <DeleteAccount />
      </div>
    </>
  )
}
