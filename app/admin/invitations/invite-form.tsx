'use client'

import { useState } from 'react'
import type { Made } from '#app/admin/invitations/made-invitation.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { EmailField } from '#app/_ui/fields/email-field.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'

const MOST_PEOPLE = 1_000
const MOST_DAYS = 30
const KINDS = ['address', 'link'] as const

/** Asks whom an invitation is for, and until when. */
export function InviteForm({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const say = useWords('adminSignUp')
  const general = useWords('components')
  const confirmed = useConfirmed()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('address')
  const [email, setEmail] = useState('')
  const [people, setPeople] = useState('10')
  const [days, setDays] = useState('7')
  const { run, pending, fault, forget } = useAction(async () => {
    const who = kind === 'address' ? { email } : { people: Number(people) }
    const json = { ...who, days: Number(days) }
    const { link, expiresAt } = await confirmed(() => answer(api.admin.invitations.$post({ json })))
    onMade({ link, expiresAt, email: kind === 'address' ? email : undefined, people: json.people ?? 1 })
  })

  return (
    <Form onSubmit={run} className="space-y-4">
      <fieldset>
        <legend className="sr-only">{say('invitations.whom')}</legend>
        {KINDS.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2.5">
            <input
              type="radio"
              name="kind"
              checked={each === kind}
              onChange={() => {
                forget()
                setKind(each)
              }}
              className="size-4 shrink-0 accent-accent"
            />
            <span>{say(`invitations.kinds.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'address' ? (
        <EmailField
          label={general('email')}
          hint={say('invitations.addressHint')}
          required
          data-first
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      ) : (
        <Field
          name="people"
          label={say('invitations.people')}
          hint={say('invitations.peopleHint')}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={MOST_PEOPLE}
          value={people}
          onChange={(event) => setPeople(event.target.value)}
        />
      )}
      <Field
        name="days"
        label={say('invitations.days')}
        hint={say('invitations.daysHint')}
        type="number"
        inputMode="numeric"
        required
        min={1}
        max={MOST_DAYS}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      <Fault>{fault}</Fault>
      <FormActions
        submit={say(`invitations.make.${kind}`)}
        pending={pending}
        beside={{ say: general('cancel'), onPress: onClose }}
      />
    </Form>
  )
}
