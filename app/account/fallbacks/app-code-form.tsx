'use client'

import { CodeForm } from '#app/_ui/fields/code-form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { replaces: boolean; onBack: () => void; onCode: (code: string) => Promise<void> }

/** Takes the first code of an authenticator app. */
export function AppCodeForm({ replaces, onBack, onCode }: Props) {
  const say = useWords('fallbacks')
  return (
    <>
      <p className="mb-4 text-soft">{say('setUpApp.typeCode')}</p>
      <CodeForm
        label={say('setUpApp.code')}
        submit={say(replaces ? 'app.replace' : 'setUpApp.turnOn')}
        beside={{ say: say('back'), onPress: onBack }}
        check={onCode}
      />
    </>
  )
}
