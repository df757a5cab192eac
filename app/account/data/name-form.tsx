'use client'

import { useState } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useAction } from '#app/_ui/api/use-action.ts'

/** The name a person goes by; passkeys can carry it. */
export function NameForm({ name: given, email }: { name: string; email: string }) {
  const say = useWords('data')
  const done = useDone()
  const [name, setName] = useState(given)
  // The page may not have been read again since the last save, so its own name can be older.
  const [lastSaved, setLastSaved] = useState(given)
  const { run, pending, fault } = useAction(async () => {
    const saved = await save(name)
    done(sentence(saved), saved === lastSaved ? undefined : undo(lastSaved))
  })

  async function save(wanted: string): Promise<string> {
    const { user, accepted } = await answer(api.account.$patch({ json: { name: wanted } }))
    await signalAccepted(accepted)
    setName(user.name)
    setLastSaved(user.name)
    return user.name
  }

  function sentence(saved: string): string {
    return saved === '' ? say('nameGone') : say('nameSaved', { name: saved })
  }

  function undo(before: string): () => Promise<void> {
    return async () => done(sentence(await save(before)))
  }

  return (
    <Form onSubmit={run}>
      <Field
        label={say('name')}
        name="name"
        maxLength={64}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        fault={fault}
        hint={say('nameHint', { email })}
      />
      <Button type="submit" pending={pending} className="mt-4">
        {say('saveName')}
      </Button>
    </Form>
  )
}
