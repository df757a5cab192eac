import type { Metadata } from 'next'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { nextOrGone } from '#app/_web/actor.ts'
import { productName } from '#app/_web/product.ts'
import { SignInForm } from '#app/sign-in/sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** Signing in with a passkey, and the doors beside it. */
export default async function SignInPage({ searchParams }: Props) {
  const wanted = (await searchParams).next
  const next = await nextOrGone(wanted)
  const carried = typeof wanted === 'string' ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <Door
      name={productName()}
      below={
        <>
          New here? <TextLink href={`/sign-up${carried}`}>Create an account</TextLink>
        </>
      }
    >
      <h1 className="text-2xl">Sign in</h1>
      <p className="mt-1.5 mb-6 text-soft">Welcome back.</p>
      <SignInForm next={next} password={`/sign-in/password${carried}`} />
      <NoScript />
    </Door>
  )
}
