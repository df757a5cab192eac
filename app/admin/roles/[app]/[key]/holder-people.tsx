import { GiveFound } from '#app/admin/_access/give-found.tsx'
import { HolderRow } from '#app/admin/_access/holder-row.tsx'
import { Part } from '#app/admin/_access/part.tsx'
import { TakeGrant } from '#app/admin/_access/take-grant.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { CircleUser } from '#app/_ui/marks/icons.ts'
import type { ShownHolders } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { shown: ShownHolders; mayChange: boolean; own: string }

/** People who have a role for themselves, fifty at a time, and how to give it to somebody. Nobody takes it from themselves. */
export async function HolderPeople({ shown: { role, people, next }, mayChange, own }: Props) {
  const [say, access] = await Promise.all([words('adminAppRoles'), words('adminAccess')])
  const grant = { kind: 'personRole', app: role.app, role: role.key } as const
  return (
    <>
      <Part title={say('people')}>
        {people.length === 0 ? (
          <p className="text-soft">{say('noPeople')}</p>
        ) : (
          <Rows label={say('people')}>
            {people.map(({ id, email, until }) => (
              <HolderRow
                key={id}
                icon={CircleUser}
                href={`/admin/people/${id}`}
                title={<AddressText address={email} />}
                until={until}
                actions={
                  mayChange && id !== own && <TakeGrant grant={{ ...grant, id }} what={role.name} whom={email} />
                }
              />
            ))}
          </Rows>
        )}
        {next !== undefined && (
          <ButtonLink href={`/admin/roles/${role.app}/${role.key}?after=${next}`} className="mt-5">
            {access('older')}
          </ButtonLink>
        )}
      </Part>
      {mayChange && (
        <SectionCard title={say('give')}>
          <GiveFound begun={grant} what={role.name} />
        </SectionCard>
      )}
    </>
  )
}
