'use client'

import { Section, State } from '#app/components/section.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Cloud, KeyRound, Monitor, Pencil, Trash2 } from '#app/_ui/marks/icons.ts'
import { Row } from '#app/_ui/lists/row.tsx'
import { RowActions } from '#app/_ui/lists/row-actions.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'

const nothing = () => {}

/** Cards, rows, badges, and what stands where there is nothing yet. */
export function Lists() {
  return (
    <Section title="Card, row and list">
      <State name="rows: with several actions (a menu on phones), with one, with none" wide>
        <Rows label="Examples of rows">
          <Row
            icon={Cloud}
            title="iCloud Keychain"
            badges={<Badge tone="warn">Possibly copied</Badge>}
            actions={
              <RowActions
                label="Actions for iCloud Keychain"
                acts={[
                  { name: 'Rename', label: 'Rename iCloud Keychain', icon: Pencil, onPick: nothing },
                  { name: 'Remove', label: 'Remove iCloud Keychain', icon: Trash2, danger: true, onPick: nothing },
                ]}
              />
            }
          >
            <p>On all your devices with iCloud Keychain</p>
            <p>Made 3 weeks ago · last used yesterday</p>
          </Row>
          <Row
            icon={Monitor}
            title="Firefox on Linux"
            actions={
              <Button look="quiet" size="small" aria-label="End the session on Firefox">
                End
              </Button>
            }
          >
            <p>Signed in with your password and a second step</p>
          </Row>
          <Row icon={Monitor} title="Chrome on macOS" badges={<Badge tone="good">This device</Badge>}>
            <p>Began just now · in use now</p>
          </Row>
        </Rows>
      </State>
      <State name="badges">
        <div className="flex flex-wrap gap-2">
          <Badge tone="good">On</Badge>
          <Badge>Off</Badge>
          <Badge tone="warn">None left</Badge>
        </div>
      </State>
      <State name="card with facts">
        <Card className="p-5">
          <Facts>
            <li>You can’t sign in with it from now on.</li>
            <li>You can’t undo this, but you can create a new one.</li>
          </Facts>
        </Card>
      </State>
      <State name="empty">
        <EmptyState icon={KeyRound} title="No passkeys yet">
          Create one with the button above. Then you can sign in with this device.
        </EmptyState>
      </State>
    </Section>
  )
}
