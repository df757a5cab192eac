'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, type MouseEvent, useEffect, useRef, useTransition } from 'react'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'

type Props = Omit<ComponentProps<typeof ButtonLink>, 'href' | 'onClick'>

/**
 * Leads to the sign-in page. A browser that can offer the passkeys it has at hand does so at the press, and nobody sees that page;
 * without one, or without a script, the link leads there. What the offer needs is loaded at the press.
 */
export function SignInLink({ children, ...look }: Props) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const immediate = useRef(false)
  useEffect(() => {
    void knowsImmediate().then((known) => {
      immediate.current = known
    })
  }, [])

  function press(event: MouseEvent) {
    if (!immediate.current || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (pending) return
    startTransition(async () => {
      const isIn = await import('#app/sign-in/immediate-sign-in.ts').then(
        ({ signInImmediately }) => signInImmediately(),
        // The page needs no more than this network can bring.
        () => false,
      )
      if (isIn) window.location.assign('/account')
      else router.push('/sign-in')
    })
  }

  return (
    <ButtonLink {...look} href="/sign-in" onClick={press}>
      {children}
      <span aria-hidden="true" data-going={pending || undefined} className="going" />
    </ButtonLink>
  )
}

/** Tells whether this browser can offer the passkeys it has at hand, and nothing else. */
async function knowsImmediate(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.getClientCapabilities) return false
  const known: Record<string, boolean> = await PublicKeyCredential.getClientCapabilities().catch(() => ({}))
  return known.immediateGet === true
}
