import { GiveFound } from '#app/admin/_access/give-found.tsx'
import { HolderRow } from '#app/admin/_access/holder-row.tsx'
import { Part } from '#app/admin/_access/part.tsx'
import { TakeGrant } from '#app/admin/_access/take-grant.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { CircleUser } from '#app/_ui/marks/icons.ts'
import type { ShownMembers } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

type Props = { shown: ShownMembers; mayChange: boolean; own: string }

/** Who is in a group by name, fifty at a time, and how to add somebody. Nobody takes themselves out. */
export async function Members({ shown: { group, members, next }, mayChange, own }: Props) {
  const [say, access] = await Promise.all([words('adminGroups'), words('adminAccess')])
  return (
    <>
      <Part title={say('members')}>
        {members.length === 0 ? (
          <p className="text-soft">{say('noMembers')}</p>
        ) : (
          <Rows label={say('members')}>
            {members.map(({ id, email, until }) => (
              <HolderRow
                key={id}
                icon={CircleUser}
                href={`/admin/people/${id}`}
                title={<AddressText address={email} />}
                until={until}
                actions={
                  mayChange &&
                  id !== own && (
                    <TakeGrant grant={{ kind: 'member', group: group.key, id }} what={group.name} whom={email} />
                  )
                }
              />
            ))}
          </Rows>
        )}
        {next !== undefined && (
          <ButtonLink href={`/admin/groups/${group.key}?after=${next}`} className="mt-5">
            {access('older')}
          </ButtonLink>
        )}
      </Part>
      {mayChange && (
        <SectionCard title={say('add')}>
          <GiveFound begun={{ kind: 'member', group: group.key }} what={group.name} />
        </SectionCard>
      )}
    </>
  )
}
