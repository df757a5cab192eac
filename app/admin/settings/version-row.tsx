'use client'

import { useChangeSignUp } from '#app/admin/settings/use-change-sign-up.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { History } from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { RuleVersion, ShownSignUp } from '#app/_web/admin-sign-up.ts'

type Props = { version: RuleVersion; signUp: ShownSignUp; mayBringBack: boolean }

/** One version of who may sign up. */
export function VersionRow({ version: { mode, domains, by, at }, signUp, mayBringBack }: Props) {
  const say = useWords('adminSignUp')
  const change = useChangeSignUp(signUp)
  const { run, pending, fault } = useAction(() => change({ mode, domains }))
  const name = say(`modes.${mode}.name`)
  return (
    <Row
      icon={History}
      title={name}
      actions={
        mayBringBack && (
          <Button
            look="quiet"
            size="small"
            pending={pending}
            onClick={run}
            aria-label={say('versions.bringBackWhat', { name })}
          >
            {say('versions.bringBack')}
          </Button>
        )
      }
    >
      {domains.length > 0 && <p className="[overflow-wrap:anywhere]">{domains.join(', ')}</p>}
      <p className="[overflow-wrap:anywhere]">
        {say.rich('versions.by', {
          who: by === undefined ? 'gone' : by === 'operator' ? 'operator' : 'admin',
          by: by ?? '',
          time: () => <RelativeTime at={at} />,
        })}
      </p>
      <Fault>{fault}</Fault>
    </Row>
  )
}
