'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Download } from '#app/_ui/marks/icons.ts'
import { saveText } from '#app/_ui/browser/save-text.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useAction } from '#app/_ui/api/use-action.ts'

const FILE = 'latchkey-export.json'

/** Hands a person everything that is kept about them, as a file. */
export function ExportData() {
  const say = useWords('data')
  const confirmed = useConfirmed()
  const done = useDone()
  const { run, pending, fault } = useAction(async () => {
    const everything = await confirmed(() => answer(api.account.export.$get()))
    saveText(FILE, JSON.stringify(everything, null, 2))
    done(say('downloaded', { file: FILE }))
  })

  return (
    <SectionCard title={say('copy')}>
      <div className="mb-4 max-w-xl space-y-2 text-sm text-soft">
        <p>{say('copyHint')}</p>
        <p>{say.rich('verify', { file: FILE, code: (text) => <code className="font-mono text-ink">{text}</code> })}</p>
      </div>
      <Fault>{fault}</Fault>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary" pending={pending} onClick={run}>
          {!pending && <Download aria-hidden="true" className="size-5" />}
          {say('download')}
        </Button>
      </div>
    </SectionCard>
  )
}
