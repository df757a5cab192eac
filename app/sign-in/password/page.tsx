import type { Metadata } from 'next'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { nextOrGone } from '#app/_web/actor.ts'
import { productName } from '#app/_web/product.ts'
import { PasswordSignIn } from '#app/sign-in/password/password-sign-in.tsx'

export const metadata: Metadata = { title: 'Sign in with a password' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Signing in with the fallback some people set: a password, and always a code after it. */
export default async function PasswordPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <Door
      name={productName()}
      below={
        <>
          Have your passkey? <TextLink href={`/sign-in${carried}`}>Sign in with it</TextLink>
        </>
      }
    >
      <PasswordSignIn next={next} />
      <NoScript />
    </Door>
  )
}
