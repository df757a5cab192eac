'use client'

import { useState } from 'react'
import { EndSessionDialog } from '#app/account/sessions/end-session-dialog.tsx'
import { howItBegan } from '#app/account/sessions/how-it-began.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Monitor, Smartphone } from '#app/_ui/icons.ts'
import { RelativeTime } from '#app/_ui/relative-time.tsx'
import { Row } from '#app/_ui/row.tsx'
import type { ShownSession } from '#app/_web/sessions.ts'

const HANDHELD = new Set(['iOS', 'Android', 'HarmonyOS'])

/** One session: on which browser, how it began, when it was last seen, and its end. */
export function SessionRow({ session }: { session: ShownSession }) {
  const [ending, setEnding] = useState(false)
  const { device, current, ip } = session
  return (
    <Row
      icon={HANDHELD.has(device.system) ? Smartphone : Monitor}
      title={device.phrase}
      badges={current && <Badge tone="good">This device</Badge>}
      actions={
        !current && (
          <Button look="quiet" size="small" onClick={() => setEnding(true)} aria-label={`End the session on ${device.phrase}`}>
            End
          </Button>
        )
      }
    >
      <p>{howItBegan(session)}</p>
      <p>
        Since <RelativeTime at={session.createdAt} /> · {current ? 'in use now' : <>last seen <RelativeTime at={session.lastSeenAt} /></>} · from {ip}
      </p>
      <p>
        Ends by itself <RelativeTime at={session.expiresAt} /> at the latest
      </p>
      <EndSessionDialog session={session} open={ending} onClose={() => setEnding(false)} />
    </Row>
  )
}
