'use client'

import { useState } from 'react'
import { ModeChoice } from '#app/admin/settings/mode-choice.tsx'
import { useChangeSignUp } from '#app/admin/settings/use-change-sign-up.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownSignUp } from '#app/_web/admin-sign-up.ts'
import type { SignUpMode } from '#app/_web/sign-up.ts'

type Props = { signUp: ShownSignUp; modes: readonly SignUpMode[]; mayChange: boolean }

/** Chooses who may sign up. What was chosen stays until it is saved or somebody else has changed it. */
export function SignUpForm({ signUp, modes, mayChange }: Props) {
  const say = useWords('adminSignUp')
  const done = useDone()
  const change = useChangeSignUp(signUp)
  const saved = { version: signUp.version, mode: signUp.mode, domains: signUp.domains.join(', ') }
  const [edited, setEdited] = useState(saved)
  const { version, mode, domains } = edited.version === signUp.version ? edited : saved
  const { run, pending, fault, forget } = useAction(async () => {
    if (mode === saved.mode && domains === saved.domains) return done(say('settings.unchanged'))
    await change({ mode, domains: mode === 'domain' ? listOf(domains) : [] })
  })

  function edit(part: Partial<typeof saved>) {
    forget()
    setEdited({ version, mode, domains, ...part })
  }

  return (
    <Card className="p-5 sm:p-6">
      {signUp.locked && (
        <div className="mb-5">
          <Banner tone="warn" title={say('settings.locked')}>
            {say('settings.lockedHow')}
          </Banner>
        </div>
      )}
      <Form onSubmit={run} className="space-y-5">
        <ModeChoice modes={modes} chosen={mode} fixed={!mayChange} onChoose={(chosen) => edit({ mode: chosen })} />
        {mode === 'domain' && (
          <Field
            name="domains"
            label={say('settings.domains')}
            hint={say('settings.domainsHint')}
            required
            readOnly={!mayChange}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={domains}
            onChange={(event) => edit({ domains: event.target.value })}
          />
        )}
        <Fault>{fault}</Fault>
        {mayChange && (
          <Button type="submit" look="primary" pending={pending} className="max-sm:w-full">
            {say('settings.save')}
          </Button>
        )}
      </Form>
    </Card>
  )
}

function listOf(domains: string): string[] {
  return domains.split(/[\s,;]+/).filter(Boolean)
}
