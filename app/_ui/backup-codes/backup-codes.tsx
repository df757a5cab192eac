'use client'

import { BackupCodesSaved } from '#app/_ui/backup-codes/backup-codes-saved.tsx'
import { backupCodesText } from '#app/_ui/backup-codes/backup-codes-text.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { Download, Printer } from '#app/_ui/marks/icons.ts'
import { saveText } from '#app/_ui/browser/save-text.ts'
import { perLanguage } from '#app/_ui/time/per-language.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

const dayIn = perLanguage((region) => new Intl.DateTimeFormat(region, { dateStyle: 'long' }))

type Props = { codes: string[]; account: string; onSaved?: () => void }

/** New backup codes, shown this once, with every way to keep them. With `onSaved` the person goes on once they say they did. */
export function BackupCodes({ codes, account, onSaved }: Props) {
  const say = useWords('codes')
  const site = useBrowserFact(() => window.location.origin, '')
  const made = dayIn(useLanguage()).format(useNow())

  return (
    <div className="@container">
      <p className="mb-3 font-medium">{say('shownOnce')}</p>
      <section data-printed aria-label={say('title')} className="rounded-lg border border-line bg-sunken px-4 py-3.5">
        <p className="mb-3 hidden text-sm print:block">
          <span className="block">{say('printedFor', { account })}</span>
          <span className="block">{say('printedHint', { site, made })}</span>
        </p>
        <ol className="grid list-none gap-x-6 gap-y-1 @lg:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>
              <code className="font-mono text-sm font-medium whitespace-nowrap">{code}</code>
            </li>
          ))}
        </ol>
      </section>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton text={codes.join('\n')} what={say('what')} />
        <Button
          size="small"
          onClick={() => saveText(say('file'), backupCodesText(say, { codes, account, site, made }))}
        >
          <Download aria-hidden="true" className="size-4" />
          {say('download')}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden="true" className="size-4" />
          {say('print')}
        </Button>
      </div>
      {onSaved && <BackupCodesSaved onSaved={onSaved} />}
    </div>
  )
}
