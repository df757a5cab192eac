import { forget, remember, remembered } from '#app/_ui/browser/browser-memory.ts'
import { SHORTCUTS } from '#app/_ui/browser/sign-in-memory.ts'

/** Tells whether the keyboard shortcuts are on in this browser. */
export function areShortcutsOn(): boolean {
  return remembered(SHORTCUTS) === undefined
}

/** Turns the keyboard shortcuts of this browser on or off. */
export function turnShortcuts(on: boolean): void {
  if (on) forget(SHORTCUTS)
  else remember(SHORTCUTS, 'off')
}
