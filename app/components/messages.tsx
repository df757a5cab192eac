'use client'

import { Section, State } from '#app/components/section.tsx'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Spinner } from '#app/_ui/controls/spinner.tsx'
import { Steps } from '#app/_ui/layout/steps.tsx'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'

const STEPS = ['Address', 'Code', 'Passkey']

/** Banners, and where in a flow one is. */
export function Messages() {
  return (
    <Section title="Banner and steps">
      <State name="plain">
        <Banner title="This is your only passkey" actions={<Button size="small">I know</Button>}>
          It is safe with your password manager. A second one somewhere else helps if you ever lose that account.
        </Banner>
      </State>
      <State name="warn">
        <Banner tone="warn">That code has run out or was already used. Send yourself a new one.</Banner>
      </State>
      <State name="danger">
        <Banner
          tone="danger"
          title="Somebody asked to recover this account"
          actions={
            <Button look="danger" size="small">
              Stop the recovery
            </Button>
          }
        >
          If that was not you, stop it: one press, and nothing of your account changes.
        </Banner>
      </State>
      <State name="no passkeys here">
        <Unsupported secure />
      </State>
      {[0, 1, 3].map((at) => (
        <State key={at} name={at < STEPS.length ? `steps: at ${STEPS[at]?.toLowerCase()}` : 'steps: all done'}>
          <Steps names={STEPS} at={at} />
        </State>
      ))}
      <State name="under way">
        <p className="flex items-center gap-3 text-soft">
          <Spinner />
          Sending the first letter
        </p>
      </State>
    </Section>
  )
}
