import { ArrowRight } from '#app/_ui/marks/icons.ts'
import { SignInLink } from '#app/_home/sign-in-link.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { words } from '#app/_web/words.tsx'

/** What this place is, in three lines, and the way in. */
export async function Welcome({ name, signedIn }: { name: string; signedIn: boolean }) {
  const say = await words('home')
  return (
    <div>
      <h1 className="text-hero tracking-[-0.035em]">{say('title')}</h1>
      <p className="mt-6 max-w-lg text-lg text-soft">{say('intro', { name })}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        {signedIn ? (
          <ButtonLink look="primary" href="/account" className="px-5">
            {say('toAccount')}
            <ArrowRight aria-hidden="true" className="size-4.5" />
          </ButtonLink>
        ) : (
          <>
            <ButtonLink look="primary" href="/sign-up" className="px-5">
              {say('create')}
            </ButtonLink>
            <SignInLink className="px-5">{say('signIn')}</SignInLink>
          </>
        )}
      </div>
    </div>
  )
}
