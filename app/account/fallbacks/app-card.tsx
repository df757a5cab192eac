'use client'

import { useState } from 'react'
import { FallbackCard } from '#app/account/fallbacks/fallback-card.tsx'
import { type AppOffer, SetUpAppDialog } from '#app/account/fallbacks/set-up-app-dialog.tsx'
import { TurnOffAppDialog } from '#app/account/fallbacks/turn-off-app-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Smartphone } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  since: number | undefined
  settlesAt: number | undefined
  suspendedAt: number | undefined
  password: boolean
  next: boolean
}

/** The authenticator app: setting it up, replacing it, turning it off. */
export function AppCard({ since, settlesAt, suspendedAt, password, next }: Props) {
  const say = useWords('fallbacks')
  const confirmed = useConfirmed()
  const [offer, setOffer] = useState<AppOffer>()
  const [turningOff, setTurningOff] = useState(false)
  const on = since !== undefined
  const suspended = suspendedAt !== undefined
  const { run, pending, fault } = useAction(async () => setOffer(await confirmed(() => answer(api.totp.$post()))))

  return (
    <FallbackCard
      icon={Smartphone}
      title={say('app.title')}
      badge={
        <Badge tone={suspended ? 'warn' : on ? 'good' : 'plain'}>
          {say(suspended ? 'suspended' : on ? 'on' : 'off')}
        </Badge>
      }
      actions={
        <>
          <Button size={on ? 'small' : 'normal'} look={next ? 'primary' : 'secondary'} pending={pending} onClick={run}>
            {say(on ? 'app.replace' : 'app.setUp')}
          </Button>
          {on && (
            <Button size="small" look="quiet" onClick={() => setTurningOff(true)}>
              {say('app.turnOff')}
            </Button>
          )}
        </>
      }
    >
      <p>{say('app.about')}</p>
      {on && <p>{say.rich('app.since', { time: () => <RelativeTime at={since} /> })}</p>}
      {settlesAt !== undefined && <p>{say.rich('young', { time: () => <RelativeTime at={settlesAt} /> })}</p>}
      {suspended && (
        <p className="text-warn">{say.rich('app.suspended', { time: () => <RelativeTime at={suspendedAt} /> })}</p>
      )}
      <Fault>{fault}</Fault>
      <SetUpAppDialog offer={offer} replaces={on} onOffer={setOffer} onClose={() => setOffer(undefined)} />
      <TurnOffAppDialog password={password} open={turningOff} onClose={() => setTurningOff(false)} />
    </FallbackCard>
  )
}
