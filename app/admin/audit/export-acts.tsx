'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { saveText } from '#app/_ui/browser/save-text.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { Download } from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

const FILE = 'latchkey-audit.json'

/** Hands over everything that administrators did, as a file that can be verified without the server. */
export function ExportActs() {
  const say = useWords('adminAudit')
  const confirmed = useConfirmed()
  const done = useDone()
  const { run, pending, fault } = useAction(async () => {
    const everything = await confirmed(() => answer(api.admin.audit.export.$get()))
    saveText(FILE, JSON.stringify(everything, null, 2))
    done(say('export.done', { file: FILE }))
  })

  return (
    <SectionCard title={say('export.title')}>
      <p className="mb-4 max-w-xl text-sm text-soft">
        {say.rich('export.verify', { file: FILE, code: (text) => <code className="font-mono text-ink">{text}</code> })}
      </p>
      <Fault>{fault}</Fault>
      <Button pending={pending} onClick={run}>
        {!pending && <Download aria-hidden="true" className="size-5" />}
        {say('export.button')}
      </Button>
    </SectionCard>
  )
}
