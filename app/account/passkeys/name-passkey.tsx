'use client'

import { useState } from 'react'
import { useRename } from '#app/account/passkeys/use-rename.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { PasskeyNameField } from '#app/account/passkeys/passkey-name-field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

/** Offers to give a new passkey another name than the one it got. */
export function NamePasskey({ passkey }: { passkey: ShownPasskey }) {
  const say = useWords('passkeys')
  const [name, setName] = useState(passkey.name)
  const { run, pending, fault } = useRename(passkey)
  return (
    <Form onSubmit={() => run(name)} className="mt-4 flex flex-col gap-3 sm:flex-row sm:items-start">
      <PasskeyNameField className="min-w-0 flex-1" value={name} onName={setName} fault={fault} />
      {/* In line with the field, below its label. */}
      <Button type="submit" pending={pending} className="sm:mt-7">
        {say('add.saveName')}
      </Button>
    </Form>
  )
}
