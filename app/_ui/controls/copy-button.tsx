'use client'

import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { Check, Copy } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

const SHOWN = 2_000

/** Copies a text and says that it did. `what` completes the name: "Copy the backup codes". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const say = useWords('components')
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }

  return (
    <Button size="small" onClick={copy} aria-label={copied ? say('copied') : say('copyWhat', { what })}>
      {copied ? (
        <Check aria-hidden="true" className="size-4 text-link" />
      ) : (
        <Copy aria-hidden="true" className="size-4" />
      )}
      <span aria-live="polite">{say(copied ? 'copied' : 'copy')}</span>
    </Button>
  )
}
