'use client'

import { signOut } from '#app/_ui/shell/sign-out.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { LogOut } from '#app/_ui/marks/icons.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** The way out. */
export function SignOutButton({ className = '' }: { className?: string }) {
  const say = useWords('shell')
  const { run, pending, fault } = useAction(signOut)
  return (
    <div className={className}>
      <Button look="quiet" size="small" pending={pending} onClick={run}>
        {!pending && <LogOut aria-hidden="true" className="size-4" />}
        {say('signOut')}
      </Button>
      <p role="alert" className="px-3 text-sm text-danger">
        {fault}
      </p>
    </div>
  )
}
