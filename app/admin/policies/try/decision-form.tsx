'use client'

import { useState } from 'react'
import { KeyField } from '#app/admin/_access/key-field.tsx'
import { objectIn } from '#app/admin/policies/object-in.ts'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { TextArea } from '#app/_ui/fields/text-area.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import type { TriedDecision } from '#app/_web/admin-access.ts'

const PLACEHOLDER = '{ "amount": 500 }'

type Props = { person: string; onTried: (tried: TriedDecision | undefined) => void }

/** Asks what a person may do in an app. */
export function DecisionForm({ person, onTried }: Props) {
  const say = useWords('adminPolicies')
  const confirmed = useConfirmed()
  const [app, setApp] = useState('')
  const [action, setAction] = useState('')
  const [type, setType] = useState('')
  const [attributes, setAttributes] = useState('')
  const [malformed, setMalformed] = useState<string>()
  const { run, pending, fault } = useAction(async () => {
    onTried(undefined)
    const read = attributes.trim() === '' ? { object: {} } : objectIn(attributes)
    setMalformed(read.fault && say(read.fault))
    if (!read.object) return
    const resource = { type: type.trim() === '' ? undefined : type.trim(), attributes: read.object }
    const json = { app, person, action: action.trim(), resource }
    onTried(await confirmed(() => answer(api.admin.decisions.$post({ json }))))
  })

  return (
    <Card className="p-5">
      <Form onSubmit={run} className="space-y-6">
        <div className="grid gap-6 sm:grid-cols-2">
          <KeyField of="app" value={app} onChange={setApp} />
          <Field
            name="action"
            label={say('try.action')}
            hint={say('try.actionHint')}
            required
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={action}
            onChange={(event) => setAction(event.target.value)}
          />
        </div>
        <Field
          name="type"
          label={say('type')}
          hint={say('try.typeHint')}
          pattern="[a-z][a-z0-9\-]{0,63}"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={type}
          onChange={(event) => setType(event.target.value)}
        />
        <TextArea
          name="attributes"
          label={say('try.attributes')}
          hint={say('try.attributesHint')}
          rows={3}
          placeholder={PLACEHOLDER}
          value={attributes}
          onChange={(event) => {
            setMalformed(undefined)
            setAttributes(event.target.value)
          }}
          fault={malformed}
        />
        <Fault>{fault}</Fault>
        <Button type="submit" look="primary" pending={pending} className="max-sm:w-full">
          {say('try.confirm')}
        </Button>
      </Form>
    </Card>
  )
}
