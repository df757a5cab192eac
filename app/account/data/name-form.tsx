'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import { SectionCard } from '#app/account/data/section-card.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'

/** The name a person goes by; passkeys can carry it. */
export function NameForm({ name: given, email }: { name: string; email: string }) {
  const say = useWords('data')
  const router = useRouter()
  const [name, setName] = useState(given)
  const [saved, setSaved] = useState<string>()
  const { run, pending, fault } = useAction(async () => {
    setSaved(undefined)
    const { user, accepted } = await answer(api.account.$patch({ json: { name } }))
    await signalAccepted(accepted)
    setName(user.name)
    setSaved(user.name === '' ? say('nameGone') : say('nameSaved', { name: user.name }))
    router.refresh()
  })

  return (
    <SectionCard title={say('yourName')}>
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
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" pending={pending}>
            {say('saveName')}
          </Button>
          <Status>{saved}</Status>
        </div>
      </Form>
    </SectionCard>
  )
}
