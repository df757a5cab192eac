'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import type { SignUpMode } from '#app/_web/sign-up.ts'

type Props = {
  modes: readonly SignUpMode[]
  chosen: SignUpMode
  fixed: boolean
  onChoose: (mode: SignUpMode) => void
}

/** The modes of sign-up, each with what it means. `fixed`: none of them can be chosen. */
export function ModeChoice({ modes, chosen, fixed, onChoose }: Props) {
  const say = useWords('adminSignUp')
  return (
    <fieldset>
      <legend className="mb-3 text-lg font-semibold">{say('settings.who')}</legend>
      <div className="space-y-1">
        {modes.map((mode) => (
          <label
            key={mode}
            className="-mx-2 grid cursor-pointer grid-cols-[auto_1fr] items-start gap-x-3 rounded-md px-2 py-2 hover:bg-sunken has-[:disabled]:cursor-default has-[:disabled]:hover:bg-transparent"
          >
            <input
              type="radio"
              name="mode"
              checked={mode === chosen}
              disabled={fixed && mode !== chosen}
              onChange={() => onChoose(mode)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="font-medium text-ink">{say(`modes.${mode}.name`)}</span>
            <span className="col-start-2 text-sm text-soft">{say(`modes.${mode}.what`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
