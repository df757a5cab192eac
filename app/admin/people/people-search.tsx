'use client'

import { type ReactNode, useState } from 'react'
import { PersonRows } from '#app/admin/people/person-rows.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Users } from '#app/_ui/marks/icons.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'

type Found = { search: string; people: ListedPerson[]; next?: string }

/**
 * Finds people by the beginning of an address. What is typed goes to the server in a body, because addresses of pages are
 * written into logs. `children`: everybody, while nothing is searched for.
 */
export function PeopleSearch({ children }: { children: ReactNode }) {
  const say = useWords('adminPeople')
  const confirmed = useConfirmed()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()

  const ask = (search: string, after?: string) =>
    confirmed(() => answer(api.admin.people.search.$post({ json: { search, after } })))
  const search = useAction(async () => setFound({ search: typed, ...(await ask(typed)) }))
  const more = useAction(async () => {
    if (!found) return
    const page = await ask(found.search, found.next)
    setFound({ ...found, ...page, people: [...found.people, ...page.people] })
  })

  function showAll() {
    setTyped('')
    setFound(undefined)
    search.forget()
  }

  return (
    <>
      <search>
        <Form onSubmit={search.run} className="mb-6 flex flex-wrap items-start gap-3">
          <Field
            className="min-w-0 flex-1 basis-60"
            label={say('search.label')}
            hint={say('search.hint')}
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
            fault={search.fault ?? more.fault}
          />
          <Button type="submit" look="primary" pending={search.pending} className="mt-7">
            {say('search.button')}
          </Button>
        </Form>
      </search>
      {/* The empty state shows that nobody was found. */}
      <Status className={found && found.people.length > 0 ? 'mb-3 text-sm text-soft' : 'sr-only'}>
        {found && say('search.found', { count: found.people.length, more: found.next === undefined ? 'no' : 'yes' })}
      </Status>
      {found ? (
        <>
          {found.people.length > 0 ? (
            <PersonRows people={found.people} />
          ) : (
            <EmptyState icon={Users} title={say('search.none')}>
              {say('search.noneHint')}
            </EmptyState>
          )}
          <div className="mt-5 flex flex-wrap gap-3">
            <Button onClick={showAll}>{say('search.all')}</Button>
            {found.next !== undefined && (
              <Button pending={more.pending} onClick={more.run}>
                {say('search.more')}
              </Button>
            )}
          </div>
        </>
      ) : (
        children
      )}
    </>
  )
}
