'use client'

import { TextArea } from '#app/_ui/fields/text-area.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

const EXAMPLE = `{
  "all": [
    { "in": [
      "finance",
      { "attribute": "user.groups" }
    ] },
    { "lt": [
      { "attribute": "resource.amount" },
      1000
    ] }
  ]
}`

type Props = { value: string; onChange: (typed: string) => void; fault: string | undefined }

/** Takes the condition of a policy, with an example of the language. */
export function ConditionField({ value, onChange, fault }: Props) {
  const say = useWords('adminPolicies')
  return (
    <div>
      <TextArea
        name="when"
        label={say('when')}
        hint={say('whenHint')}
        required
        rows={8}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        fault={fault}
      />
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer rounded-sm font-medium text-link">{say('example')}</summary>
        <p className="mt-2 text-soft">{say('exampleSays')}</p>
        <pre className="mt-2 rounded-md border border-line bg-sunken p-3 font-mono text-sm leading-relaxed whitespace-pre-wrap">
          {EXAMPLE}
        </pre>
      </details>
    </div>
  )
}
