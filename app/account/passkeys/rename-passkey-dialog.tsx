'use client'

import { useState } from 'react'
import { useRename } from '#app/account/passkeys/use-rename.ts'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { PasskeyNameField } from '#app/account/passkeys/passkey-name-field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

type Props = { passkey: ShownPasskey; open: boolean; onClose: () => void }

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, open, onClose }: Props) {
  const say = useWords('passkeys')
  const general = useWords('components')
  const [name, setName] = useState(passkey.name)
  const { run, pending, fault, forget } = useRename(passkey, onClose)

  /** The next opening begins without the error and the name of this one. */
  function close() {
    forget()
    setName(passkey.name)
    onClose()
  }

  return (
    <Dialog title={say('rename.title')} open={open} onClose={close}>
      <Form onSubmit={() => run(name)}>
        <PasskeyNameField data-first value={name} onName={setName} fault={fault} />
        <FormActions
          submit={say('rename.button')}
          pending={pending}
          beside={{ say: general('cancel'), onPress: close }}
        />
      </Form>
    </Dialog>
  )
}
