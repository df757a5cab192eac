'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { KeyField } from '#app/admin/_access/key-field.tsx'
import { ListField } from '#app/admin/_access/list-field.tsx'
import { listIn } from '#app/admin/_access/list-in.ts'
import { ConditionField } from '#app/admin/policies/condition-field.tsx'
import { objectIn } from '#app/admin/policies/object-in.ts'
import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { Checkbox } from '#app/_ui/fields/checkbox.tsx'
import { Choices } from '#app/_ui/fields/choices.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import type { Policy } from '#app/_web/admin-access.ts'

const EFFECTS = ['permit', 'forbid'] as const
const ALWAYS = { all: [] }

/** Makes a policy, or changes the version that is shown. What the server refuses in the condition stands at the condition. */
export function PolicyForm({ policy }: { policy?: Policy }) {
  const say = useWords('adminPolicies')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const [app, setApp] = useState(policy?.app ?? '')
  const [id, setId] = useState(policy?.id ?? '')
  const [effect, setEffect] = useState<Policy['effect']>(policy?.effect ?? 'permit')
  const [actions, setActions] = useState(policy?.actions.join(', ') ?? '')
  const [type, setType] = useState(policy?.resourceType ?? '')
  const [when, setWhen] = useState(JSON.stringify(policy?.when ?? ALWAYS, null, 2))
  const [enabled, setEnabled] = useState(policy?.enabled ?? true)
  const [whenFault, setWhenFault] = useState<string>()
  const { run, pending, fault } = useAction(async () => {
    const read = objectIn(when)
    setWhenFault(read.fault && say(read.fault))
    if (!read.object) return
    const json = {
      effect,
      actions: listIn(actions),
      resourceType: type.trim() === '' ? undefined : type.trim(),
      when: read.object,
      enabled,
      version: policy?.version ?? 0,
    }
    try {
      const { version } = await confirmed(() =>
        answer(api.admin.policies[':app'][':id'].$put({ param: { app, id }, json })),
      )
      note(policy ? say('change.done', { id, version }) : say('make.done', { id }))
      router.push('/admin/policies')
    } catch (thrown) {
      const reason = isRefusal(thrown, 'invalid_input') ? thrown.sentence : undefined
      if (!reason?.startsWith('when')) throw thrown
      setWhenFault(say('refused', { reason }))
    }
  })

  return (
    <Card className="p-5 sm:p-6">
      <Form onSubmit={run} className="space-y-6">
        {!policy && (
          <div className="grid gap-6 sm:grid-cols-2">
            <KeyField of="app" value={app} onChange={setApp} />
            <Field
              name="id"
              label={say('id')}
              hint={say('idHint')}
              required
              pattern="[A-Za-z0-9_\-]{1,64}"
              maxLength={64}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={id}
              onChange={(event) => setId(event.target.value)}
            />
          </div>
        )}
        <Choices
          label={say('effect')}
          name="effect"
          options={EFFECTS.map((each) => ({
            value: each,
            name: say(`effects.${each}`),
            hint: say(`effectHints.${each}`),
          }))}
          picked={effect}
          onPick={setEffect}
        />
        <ListField
          name="actions"
          label={say('actions')}
          hint={say('actionsHint')}
          required
          value={actions}
          onChange={setActions}
        />
        <Field
          name="type"
          label={say('type')}
          hint={say('typeHint')}
          pattern="[a-z][a-z0-9\-]{0,63}"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={type}
          onChange={(event) => setType(event.target.value)}
        />
        <ConditionField
          value={when}
          fault={whenFault}
          onChange={(typed) => {
            setWhenFault(undefined)
            setWhen(typed)
          }}
        />
        <Checkbox
          label={say('enabled')}
          name="enabled"
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
        />
        <Fault>{fault}</Fault>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" pending={pending}>
            {say(policy ? 'change.confirm' : 'make.confirm')}
          </Button>
          <ButtonLink href="/admin/policies">{say('back')}</ButtonLink>
        </div>
      </Form>
    </Card>
  )
}
