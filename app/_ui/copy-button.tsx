'use client'

import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Check, Copy } from '#app/_ui/icons.ts'

const SHOWN = 2_000

/** Copies a text and says that it did. `what` completes the name: "Copy the code". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    await navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))
  }

  return (
    <Button size="small" onClick={copy} aria-label={copied ? 'Copied' : `Copy ${what}`}>
      {copied ? <Check aria-hidden="true" className="size-4 text-link" /> : <Copy aria-hidden="true" className="size-4" />}
      <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
    </Button>
  )
}
