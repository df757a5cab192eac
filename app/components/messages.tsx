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
        <Banner title="This is your only passkey" actions={<Button size="small">Got it</Button>}>
          Your password manager keeps it safe. A second one somewhere else helps if you ever lose that account.
        </Banner>
      </State>
      <State name="warn">
        <Banner tone="warn">That code has expired or was already used. Get a new one.</Banner>
      </State>
      <State name="danger">
        <Banner
          tone="danger"
          title="Someone asked to recover this account"
          actions={
            <Button look="danger" size="small">
              Cancel the recovery
            </Button>
          }
        >
          If this wasn’t you, cancel it. One click is enough, and nothing in your account changes.
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
          <span>Sending the first e-mail</span>
        </p>
      </State>
    </Section>
  )
}
