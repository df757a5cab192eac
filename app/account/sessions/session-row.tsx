'use client'

import { useState } from 'react'
import { EndSessionDialog } from '#app/account/sessions/end-session-dialog.tsx'
import { howItBegan } from '#app/account/sessions/how-it-began.ts'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Monitor, Smartphone } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownSession } from '#app/_web/own.ts'

const HANDHELD = /^(iOS|Android|HarmonyOS)$/

/** One session: on which browser, how it began, when it was last seen, and its end. */
export function SessionRow({ session }: { session: ShownSession }) {
  const say = useWords('sessions')
  const [ending, setEnding] = useState(false)
  const { device, current, ip } = session
  return (
    <Row
      icon={HANDHELD.test(device.system) ? Smartphone : Monitor}
      title={device.phrase}
      badges={current && <Badge tone="good">{say('thisDevice')}</Badge>}
      actions={
        !current && (
          <Button
            look="quiet"
            size="small"
            onClick={() => setEnding(true)}
            aria-label={say('end.label', { device: device.phrase })}
          >
            {say('end.button')}
          </Button>
        )
      }
    >
      <p>{say(`way.${howItBegan(session)}`, { passkey: session.passkey?.name ?? '' })}</p>
      <p>
        {current
          ? say.rich('inUse', { ip, began: () => <RelativeTime at={session.createdAt} /> })
          : say.rich('lastSeen', {
              ip,
              began: () => <RelativeTime at={session.createdAt} />,
              seen: () => <RelativeTime at={session.lastSeenAt} />,
            })}
      </p>
      <p>{say.rich('ends', { time: () => <RelativeTime at={session.expiresAt} /> })}</p>
      {!current && (
        <p>
          <TextLink href={`/account/activity/not-me?session=${session.id}`}>{say('notMe')}</TextLink>
        </p>
      )}
      <EndSessionDialog session={session} open={ending} onClose={() => setEnding(false)} />
    </Row>
  )
}
