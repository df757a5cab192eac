'use client'

import { useId, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Checkbox } from '#app/_ui/fields/checkbox.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { QuietLetter } from '#app/_web/own.ts'

type Props = { letters: readonly QuietLetter[]; quiet: QuietLetter[] }

/** Lets a person turn off the letters that only inform, and says which ones come in any case. */
export function QuietLetters({ letters, quiet: given }: Props) {
  const say = useWords('emails')
  const id = useId()
  const done = useDone()
  const confirmed = useConfirmed()
  const [quiet, setQuiet] = useState(given)
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.account.letters.$put({ json: { quiet } })))
    done(say('letters.done'))
  })

  return (
    <Card className="mt-10">
      <section aria-labelledby={id} className="p-5">
        <h2 id={id} className="mb-2 text-lg tracking-normal">
          {say('letters.title')}
        </h2>
        <p className="mb-4 max-w-xl text-sm text-soft">{say('letters.always')}</p>
        <Fault>{fault}</Fault>
        <Form onSubmit={run}>
          <fieldset>
            <legend className="mb-3 max-w-xl text-sm text-soft">{say('letters.some')}</legend>
            <div className="space-y-3">
              {letters.map((letter) => (
                <Checkbox
                  key={letter}
                  label={say(`letters.of.${letter}`)}
                  name={letter}
                  checked={!quiet.includes(letter)}
                  onChange={({ target }) =>
                    setQuiet((now) => (target.checked ? now.filter((name) => name !== letter) : [...now, letter]))
                  }
                />
              ))}
            </div>
          </fieldset>
          <Button type="submit" pending={pending} className="mt-5">
            {say('letters.save')}
          </Button>
        </Form>
      </section>
    </Card>
  )
}
