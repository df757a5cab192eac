import { ArrowRight } from '#app/_ui/icons.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'

/** What this place is, in three lines, and the way in. */
export function Welcome({ name, signedIn }: { name: string; signedIn: boolean }) {
  return (
    <div>
      <h1 className="text-hero tracking-[-0.035em]">Sign in with what you already carry.</h1>
      <p className="mt-6 max-w-lg text-lg text-soft">
        {name} knows you by a passkey: your fingerprint, your face or your screen lock. There is no password to invent, to forget or to have stolen.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        {signedIn ? (
          <ButtonLink look="primary" href="/account" className="px-5">
            Go to your account
            <ArrowRight aria-hidden="true" className="size-4.5" />
          </ButtonLink>
        ) : (
          <>
            <ButtonLink look="primary" href="/sign-up" className="px-5">
              Create an account
            </ButtonLink>
            <ButtonLink href="/sign-in" className="px-5">
              Sign in
            </ButtonLink>
          </>
        )}
      </div>
    </div>
  )
}
