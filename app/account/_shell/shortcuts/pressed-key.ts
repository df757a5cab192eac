const TYPED_IN = 'input, textarea, select, [contenteditable], [role=menu], [role=listbox]'

/**
 * Returns the character that somebody pressed for a shortcut, in lower case. Returns undefined while they type or choose in a list,
 * with a modifier, while a dialog is open, and for a key that is held down.
 */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { target, key } = event
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || event.defaultPrevented)
    return
  if (target instanceof Element && target.closest(TYPED_IN)) return
  if (document.querySelector('dialog[open]')) return
  // A question mark needs the shift key on most keyboards. A letter with it is another one.
  if (event.shiftKey && key !== '?') return
  return key.length === 1 ? key.toLowerCase() : undefined
}
