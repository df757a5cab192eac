'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { EllipsisVertical } from '#app/_ui/marks/icons.ts'
import type { Act } from '#app/_ui/overlays/menu-props.ts'
import { Menu } from '#app/_ui/overlays/menu.tsx'

/** `label` says which row a button belongs to, for whoever does not see it. */
type RowAct = Act & { label: string }

/** What can be done with a row: buttons beside it, on phones one that opens them as a list. */
export function RowActions({ label, acts }: { label: string; acts: RowAct[] }) {
  return (
    <>
      <div className="flex gap-1.5 max-sm:hidden">
        {acts.map(({ name, label, icon: Icon, onPick }) => (
          <Button key={name} look="quiet" size="small" onClick={onPick} aria-label={label}>
            <Icon aria-hidden="true" className="size-4" />
            {name}
          </Button>
        ))}
      </div>
      <div className="-my-1 -mr-2.5 sm:hidden">
        <Menu label={label} icon={EllipsisVertical} acts={acts} />
      </div>
    </>
  )
}
