'use client'

import { useCallback, useState } from 'react'
import { areShortcutsOn, turnShortcuts } from '#app/account/_shell/shortcuts/shortcut-memory.ts'
import { PLACES } from '#app/account/_shell/shortcuts/places.ts'
import { useShortcutKeys } from '#app/account/_shell/shortcuts/use-shortcut-keys.ts'
import { Checkbox } from '#app/_ui/fields/checkbox.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'

/** Whether the sheet is open, and what opens and closes it. */
export type Sheet = { open: boolean; setOpen: (open: boolean) => void }

/** Listens to the keyboard shortcuts, and shows them all in a sheet, where they can be turned off. */
export function ShortcutKeys({ open, setOpen }: Sheet) {
  const say = useWords('account')
  const going = useShortcutKeys(useCallback(() => setOpen(true), [setOpen]))
  return (
    <>
      <span aria-hidden="true" data-going={going || undefined} className="going" />
      <Dialog title={say('shortcuts.title')} open={open} onClose={() => setOpen(false)}>
        <dl className="divide-y divide-line border-y border-line text-sm">
          {PLACES.map(({ letter, name }) => (
            <Shortcut key={letter} keys={['g', letter]} name={say(`pages.${name}`)} />
          ))}
          <Shortcut keys={['?']} name={say('shortcuts.help')} />
        </dl>
        <div className="mt-5 text-sm">
          <Switch />
        </div>
      </Dialog>
    </>
  )
}

function Shortcut({ keys, name }: { keys: string[]; name: string }) {
  return (
    <div className="flex items-center justify-between gap-4 py-2">
      <dt>{name}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-sm border border-edge/55 bg-sunken px-1.5 py-0.5 text-center font-mono text-xs"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  )
}

/** Single keys can be turned off (WCAG 2.2 §2.1.4), because who speaks to their computer may press them unawares. */
function Switch() {
  const say = useWords('account')
  const [on, setOn] = useState(areShortcutsOn)
  return (
    <Checkbox
      name="shortcuts"
      label={say('shortcuts.on')}
      checked={on}
      onChange={({ target }) => {
        turnShortcuts(target.checked)
        setOn(target.checked)
      }}
    />
  )
}
