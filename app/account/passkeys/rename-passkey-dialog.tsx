'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

type Props = { passkey: ShownPasskey; open: boolean; onClose: () => void }

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, open, onClose }: Props) {
  const say = useWords('passkeys')
  const general = useWords('components')
  const done = useDone()
  const [name, setName] = useState(passkey.name)
  const { run, pending, fault, forget } = useAction(async () => {
    const { passkey: renamed } = await answer(api.passkeys[':id'].$patch({ param: { id: passkey.id }, json: { name } }))
    onClose()
    done(say('rename.done', { name: renamed.name }))
  })

  /** The next opening begins without the error and the name of this one. */
  function close() {
    forget()
    setName(passkey.name)
    onClose()
  }

  return (
    <Dialog title={say('rename.title')} open={open} onClose={close}>
      <Form onSubmit={run}>
        <Field
          label={say('rename.name')}
          name="name"
          required
          maxLength={64}
          autoComplete="off"
          data-first
          value={name}
          onChange={(event) => setName(event.target.value)}
          fault={fault}
          hint={say('rename.hint')}
        />
        <FormActions
          submit={say('rename.button')}
          pending={pending}
          beside={{ say: general('cancel'), onPress: close }}
        />
      </Form>
    </Dialog>
  )
}
