'use client'

import { useShortcutSheet } from '#app/account/_shell/shortcuts/shortcuts.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Keyboard } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Opens the sheet of the keyboard shortcuts, and turns them on again where they are off. */
export function ShortcutButton() {
  const say = useWords('account')
  return (
    <Button look="quiet" size="small" onClick={useShortcutSheet()}>
      <Keyboard aria-hidden="true" className="size-4" />
      {say('shortcuts.title')}
    </Button>
  )
}
