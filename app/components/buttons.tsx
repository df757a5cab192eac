'use client'

import { Section, State } from '#app/components/section.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { Fingerprint, Plus } from '#app/_ui/marks/icons.ts'
import { TextLink } from '#app/_ui/controls/text-link.tsx'

const LOOKS = ['primary', 'secondary', 'quiet', 'danger'] as const

/** Buttons, and links that look like them. */
export function Buttons() {
  return (
    <Section
      title="Button"
      about="None is ever switched off: it says what is missing when it is pressed. While it works it keeps its place and the focus, and takes no second press."
    >
      {LOOKS.map((look) => (
        <State key={look} name={look}>
          <div className="flex flex-wrap items-center gap-3">
            <Button look={look}>Save name</Button>
            <Button look={look} pending>
              Save name
            </Button>
            <Button look={look} size="small">
              Small
            </Button>
          </div>
        </State>
      ))}
      <State name="with an icon">
        <div className="flex flex-wrap gap-3">
          <Button look="primary">
            <Fingerprint aria-hidden="true" className="size-5" />
            Sign in with a passkey
          </Button>
          <Button>
            <Plus aria-hidden="true" className="size-5" />
            Add
          </Button>
        </div>
      </State>
      <State name="links">
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href="/components" look="primary">
            Link as a button
          </ButtonLink>
          <TextLink href="/components">Link in a text</TextLink>
          <CopyButton text="copied" what="this text" />
        </div>
      </State>
    </Section>
  )
}
