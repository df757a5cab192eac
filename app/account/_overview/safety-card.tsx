import { ProgressRing } from '#app/account/_overview/progress-ring.tsx'
import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import type { CheckUp, NextStep } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

const PLACES: Record<NextStep['step'], string> = {
  backup_codes: '/account/fallbacks',
  totp: '/account/fallbacks',
  passkey: '/account/passkeys',
  copied_passkey: '/account/passkeys',
  email: '/account/emails',
}

/** How hard this account is to lose, and the one thing that would help most. */
export async function SafetyCard({ checkUp: { steps, complete, next } }: { checkUp: CheckUp }) {
  const say = await words('account')
  const done = steps.filter((step) => step.done).length
  return (
    <section
      aria-labelledby="next-step"
      className="mb-9 flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-accent/20 bg-accent-tint p-5"
    >
      <ProgressRing done={done} of={steps.length} complete={complete} />
      <div className="min-w-0 flex-1 basis-52">
        <p className="text-sm font-medium text-link">
          {say('safety.done', { done: String(done), of: String(steps.length) })}
        </p>
        <h2 id="next-step" className="text-base tracking-normal">
          {say(next ? 'helpsMost' : complete ? 'safety.complete' : 'safety.recovering')}
        </h2>
        <p className="text-sm text-ink/80">
          {next?.sentence ?? say(complete ? 'safety.nothingMissing' : 'safety.decideFirst')}
        </p>
      </div>
      {next && (
        <ButtonLink look="primary" size="small" href={PLACES[next.step]}>
          {say(`step.${next.step}`)}
        </ButtonLink>
      )}
    </section>
  )
}
