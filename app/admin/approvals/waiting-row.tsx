'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { RowActions } from '#app/_ui/lists/row-actions.tsx'
import { Check, CircleUser, X } from '#app/_ui/marks/icons.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { WaitingPerson } from '#app/_web/admin-sign-up.ts'

type Decision = 'approve' | 'decline'

/** One person who waits: approve, or decline. */
export function WaitingRow({ person: { id, email, createdAt } }: { person: WaitingPerson }) {
  const say = useWords('adminSignUp')
  const done = useDone()
  const [asked, setAsked] = useState<Decision>()

  function decided(decision: Decision) {
    setAsked(undefined)
    done(say(`approvals.${decision}.done`, { email }))
  }

  return (
    <Row
      icon={CircleUser}
      title={<AddressText address={email} />}
      actions={
        <RowActions
          label={say('approvals.actions', { email })}
          acts={[
            {
              name: say('approvals.approve.button'),
              label: say('approvals.approve.label', { email }),
              icon: Check,
              onPick: () => setAsked('approve'),
            },
            {
              name: say('approvals.decline.button'),
              label: say('approvals.decline.label', { email }),
              icon: X,
              danger: true,
              onPick: () => setAsked('decline'),
            },
          ]}
        />
      }
    >
      <p>{say.rich('approvals.since', { time: () => <RelativeTime at={createdAt} /> })}</p>
      <DangerDialog
        open={asked === 'approve'}
        look="primary"
        words={{
          title: say('approvals.approve.title'),
          act: say('approvals.approve.button'),
          keep: say('approvals.later'),
        }}
        facts={[say('approvals.approve.about', { email })]}
        act={() => answer(api.admin.approvals[':id'].approve.$post({ param: { id } }))}
        keep={() => setAsked(undefined)}
        after={() => decided('approve')}
      />
      <DangerDialog
        open={asked === 'decline'}
        words={{
          title: say('approvals.decline.title'),
          act: say('approvals.decline.button'),
          keep: say('approvals.later'),
        }}
        facts={[
          say('approvals.decline.about', { email }),
          say('approvals.decline.gone'),
          say('approvals.decline.again'),
        ]}
        act={() => answer(api.admin.approvals[':id'].decline.$post({ param: { id } }))}
        keep={() => setAsked(undefined)}
        after={() => decided('decline')}
      />
    </Row>
  )
}
