import type { ReactNode } from 'react'
import { EndSuspect } from '#app/account/activity/not-me/end-suspect.tsx'
import { WhatToClose } from '#app/account/activity/not-me/what-to-close.tsx'
import { EventRow } from '#app/account/activity/event-row.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ownActivity, type ShownEvent, type ShownSession } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

type Suspect = Pick<ShownEvent, 'ip' | 'device'> & { id: string }

type Props = { suspect: Suspect; live: ShownSession | undefined; others: number }

/** Ends a session that the person does not recognise, shows what it did, and what it may have left open. */
export async function SuspectSession({ suspect, live, others }: Props) {
  const [say, { events, next }] = await Promise.all([words('notMe'), ownActivity({ session: suspect.id, limit: 50 })])
  const began = live?.createdAt ?? events.at(-1)?.at ?? 0
  return (
    <>
      <p className="-mt-4 mb-7 text-soft">
        {say.rich('session', { device: suspect.device.phrase, ip: suspect.ip, b: bold })}
      </p>
      <ol className="space-y-8">
        <Step title={say('end.title')}>
          <Card className="p-5">
            <EndSuspect session={live} others={others} />
          </Card>
        </Step>
        <Step title={say('did.title')}>
          {events.length > 0 ? (
            <Rows label={say('did.list')}>
              {events.map((event) => (
                <EventRow key={event.seq} event={event} />
              ))}
            </Rows>
          ) : (
            <p className="text-soft">{say('did.nothing')}</p>
          )}
          {next !== undefined && <p className="mt-3 text-sm text-soft">{say('did.older')}</p>}
        </Step>
        <Step title={say('close.title')}>
          <WhatToClose since={began} events={events} />
        </Step>
      </ol>
    </>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </li>
  )
}
