'use client'

import { Button } from '#app/_ui/button.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Form } from '#app/_ui/form.tsx'
import { Fingerprint } from '#app/_ui/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkey-ability.ts'
import { Status } from '#app/_ui/status.tsx'
import { Unsupported } from '#app/_ui/unsupported.tsx'
import { type Phase, useSignIn } from '#app/sign-in/use-sign-in.ts'

const SAID: Record<Phase, string> = {
  waiting: 'Your device will ask for your fingerprint, face or screen lock.',
  asking: 'Look for the window of your browser or device.',
  checking: 'Checking your passkey …',
  in: 'You are in. One moment …',
}

/** The sign-in form: a field that offers passkeys by itself, and the button that asks for one. */
export function SignInForm({ next }: { next: string }) {
  const { signIn, phase, fault } = useSignIn(next)
  const { able, secure } = usePasskeyAbility()

  if (!able) return <Unsupported secure={secure} />
  return (
    <Form onSubmit={signIn} className="space-y-5">
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username webauthn"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        hint="Your browser may offer your passkey right here. You need not type anything."
      />
      <Fault>{fault}</Fault>
      <div>
        <Button type="submit" look="primary" pending={phase !== 'waiting'} className="w-full">
          {phase === 'waiting' && <Fingerprint aria-hidden="true" className="size-5" />}
          Sign in with a passkey
        </Button>
        <Status className="mt-3 text-center text-sm text-soft">{SAID[phase]}</Status>
      </div>
    </Form>
  )
}
