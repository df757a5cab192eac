'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'

/** How many people are offered. For more, more has to be typed. */
const MOST = 10

type Found = { people: ListedPerson[]; more: boolean }
type Props = {
  /** The button beside each person, and its whole name. */
  act: string
  label: (whom: string) => string
  fault?: string
  onPick: (person: ListedPerson) => void
}

/** Finds a person by the beginning of an address, and lets one be picked. */
export function PersonFinder({ act, label, fault, onPick }: Props) {
  const say = useWords('adminAccess')
  const confirmed = useConfirmed()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const search = useAction(async () => {
    const json = { search: typed }
    const { people, next } = await confirmed(() => answer(api.admin.people.search.$post({ json })))
    setFound({ people: people.slice(0, MOST), more: people.length > MOST || next !== undefined })
  })

  return (
    <>
      <search>
        <Form onSubmit={search.run} className="flex flex-wrap items-start gap-3">
          <Field
            className="min-w-0 flex-1 basis-60"
            label={say('find.label')}
            hint={say('find.hint')}
            name="search"
            type="search"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={2}
            maxLength={254}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            fault={search.fault ?? fault}
          />
          <Button type="submit" pending={search.pending} className="sm:mt-7">
            {say('find.button')}
          </Button>
        </Form>
      </search>
      <Status className="mt-3 text-sm text-soft empty:hidden">
        {found && say('find.found', { count: found.people.length })}
      </Status>
      {found && found.people.length > 0 && (
        <ul aria-label={say('find.list')} className="mt-1 divide-y divide-line">
          {found.people.map((person) => (
            <li key={person.id} className="flex items-center gap-4 py-2.5">
              <span className="min-w-0 flex-1">
                {person.name !== '' && <span className="block truncate font-medium">{person.name}</span>}
                <span className={`block [overflow-wrap:anywhere] ${person.name === '' ? '' : 'text-sm text-soft'}`}>
                  <AddressText address={person.email} />
                </span>
              </span>
              <Button size="small" aria-label={label(person.email)} onClick={() => onPick(person)}>
                {act}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found?.more && <p className="mt-2 text-sm text-soft">{say('find.more')}</p>}
    </>
  )
}
