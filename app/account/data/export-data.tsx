'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { SectionCard } from '#app/account/data/section-card.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Download } from '#app/_ui/marks/icons.ts'
import { saveText } from '#app/_ui/browser/save-text.ts'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'

const FILE = 'latchkey-export.json'

/** Hands a person everything that is kept about them, as a file. */
export function ExportData() {
  const say = useWords('data')
  const confirmed = useConfirmed()
  const note = useNote()
  const { run, pending, fault } = useAction(async () => {
    const everything = await confirmed(() => answer(api.account.export.$get()))
    saveText(FILE, JSON.stringify(everything, null, 2))
    note(say('downloaded', { file: FILE }))
  })

  return (
    <SectionCard title={say('copy')}>
      <div className="mb-4 max-w-xl space-y-2 text-sm text-soft">
        <p>{say('copyHint')}</p>
        <p>{say.rich('verify', { file: FILE, code: (text) => <code className="font-mono text-ink">{text}</code> })}</p>
      </div>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-4">
        {!pending && <Download aria-hidden="true" className="size-5" />}
        {say('download')}
      </Button>
    </SectionCard>
  )
}
