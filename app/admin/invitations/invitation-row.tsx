'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Mail, Users } from '#app/_ui/marks/icons.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ListedInvitation } from '#app/_web/admin-sign-up.ts'

type Props = { invitation: ListedInvitation; mayRevoke: boolean }

/** One invitation: for whom, who made it, how often it was used, until when. */
export function InvitationRow({ invitation, mayRevoke }: Props) {
  const { id, email, people, uses, state, by, madeAt, expiresAt } = invitation
  const say = useWords('adminSignUp')
  const done = useDone()
  const [isAsked, setAsked] = useState(false)
  const name = email ?? say('invitations.link', { people })

  function revoked() {
    setAsked(false)
    done(say('invitations.revoke.done'))
  }

  return (
    <Row
      icon={email === undefined ? Users : Mail}
      title={email === undefined ? name : <AddressText address={email} />}
      badges={<Badge tone={state === 'live' ? 'good' : 'plain'}>{say(`invitations.states.${state}`)}</Badge>}
      actions={
        mayRevoke &&
        state === 'live' && (
          <Button
            look="quiet"
            size="small"
            onClick={() => setAsked(true)}
            aria-label={say('invitations.revoke.label', { name })}
          >
            {say('invitations.revoke.button')}
          </Button>
        )
      }
    >
      {email === undefined && <p>{say('invitations.uses', { uses, people })}</p>}
      <p className="[overflow-wrap:anywhere]">
        {say.rich('versions.by', {
          who: by === undefined ? 'gone' : by === 'operator' ? 'operator' : 'admin',
          by: by ?? '',
          time: () => <RelativeTime at={madeAt} />,
        })}
      </p>
      {state === 'live' && <p>{say.rich('invitations.ends', { time: () => <RelativeTime at={expiresAt} /> })}</p>}
      <DangerDialog
        open={isAsked}
        words={{
          title: say('invitations.revoke.title'),
          act: say('invitations.revoke.act'),
          keep: say('invitations.revoke.keep'),
        }}
        facts={[say('invitations.revoke.about')]}
        act={() => answer(api.admin.invitations[':id'].revoke.$post({ param: { id } }))}
        keep={() => setAsked(false)}
        after={revoked}
      />
    </Row>
  )
}
