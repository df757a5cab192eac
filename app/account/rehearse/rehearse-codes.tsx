'use client'

import { useState } from 'react'
import { RehearsalPart } from '#app/account/rehearse/rehearsal-part.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { ScrollText } from '#app/_ui/marks/icons.ts'

/** Looks at the form of a backup code. */
export function RehearseCodes({ has }: { has: boolean }) {
  const say = useWords('rehearsal')
  const [code, setCode] = useState('')
  const [fits, setFits] = useState<boolean>()
  const { run, pending, fault } = useAction(async () => {
    setFits((await answer(api['check-up'].rehearsal['backup-code'].$post({ json: { code } }))).fits)
  })

  if (!has)
    return (
      <RehearsalPart icon={ScrollText} title={say('codes.title')}>
        <p className="mb-2 text-soft">{say('codes.none')}</p>
        <TextLink href="/account/fallbacks">{say('codes.create')}</TextLink>
      </RehearsalPart>
    )
  return (
    <RehearsalPart icon={ScrollText} title={say('codes.title')} done={fits === true ? say('codes.fits') : undefined}>
      {fits !== true && (
        <>
          <p className="mb-4 text-soft">{say('codes.about')}</p>
          <Form onSubmit={run} className="max-w-sm space-y-4">
            <Field
              label={say('codes.code')}
              name="backup-code"
              required
              maxLength={64}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              fault={fault ?? (fits === false ? say('codes.no') : undefined)}
            />
            <Button type="submit" pending={pending}>
              {say('codes.check')}
            </Button>
          </Form>
        </>
      )}
    </RehearsalPart>
  )
}
