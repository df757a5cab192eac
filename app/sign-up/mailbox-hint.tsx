import { ExternalLink } from '#app/_ui/icons.ts'

/** On a server that keeps its letters: where they are. A new tab, because this one holds the sign-up; its own policy, so no soft link. */
export function MailboxHint() {
  return (
    <p className="mt-5 border-t border-line pt-4 text-sm text-soft">
      This server sends nothing out: its letters are in{' '}
      <a href="/mailbox" target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 rounded-sm font-medium text-link underline decoration-link/35 underline-offset-3 hover:decoration-link">
        its own mailbox
        <ExternalLink aria-label="(new tab)" className="size-3.5" />
      </a>
      .
    </p>
  )
}
