'use client'

import { useState } from 'react'
import { Section, State } from '#app/components/section.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { CircleUser, LogOut, Pencil, Trash2 } from '#app/_ui/marks/icons.ts'
import { Menu } from '#app/_ui/overlays/menu.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'

/** What lies over the page: dialog, menu and notes. */
export function Layers() {
  const note = useNote()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState('en')
  return (
    <Section
      title="Dialog, menu and note"
      about="A dialog is the browser’s own: it keeps the focus inside, closes with Escape and gives the focus back."
    >
      <State name="dialog">
        <Button onClick={() => setOpen(true)}>Open the dialog</Button>
        <Dialog title="Remove “Work laptop”?" open={open} onClose={() => setOpen(false)}>
          <Facts>
            <li>You can’t sign in with it from now on.</li>
            <li>You can’t undo this, but you can create a new one.</li>
          </Facts>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button look="danger" onClick={() => setOpen(false)}>
              Remove this passkey
            </Button>
          </DialogActions>
        </Dialog>
      </State>
      <State name="menu">
        <Menu
          label="Example of a menu"
          icon={CircleUser}
          head="ada.lovelace@example.com"
          choices={[
            {
              label: 'Language',
              picked,
              options: [
                { value: 'en', name: 'English' },
                { value: 'de', name: 'Deutsch', lang: 'de' },
              ],
              onPick: setPicked,
            },
          ]}
          acts={[
            { name: 'Rename', icon: Pencil, onPick: () => note('Renamed to “Work laptop”.') },
            { name: 'Sign out', icon: LogOut, onPick: () => note('Signed out.') },
            { name: 'Remove', icon: Trash2, danger: true, onPick: () => setOpen(true) },
          ]}
        />
      </State>
      <State name="note">
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => note('Renamed to “Work laptop”.')}>Leave a note</Button>
          <Button
            onClick={() =>
              note(
                'ada.lovelace.of.the.analytical.engine@example.com is now your primary address. The one before stays.',
              )
            }
          >
            Leave a long one
          </Button>
        </div>
      </State>
    </Section>
  )
}
