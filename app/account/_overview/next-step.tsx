import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { ShieldCheck } from '#app/_ui/marks/icons.ts'
import type { NextStep as Step } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

const PLACES: Record<Step['step'], string> = {
  backup_codes: '/account/fallbacks',
  totp: '/account/fallbacks',
  passkey: '/account/passkeys',
  copied_passkey: '/account/passkeys',
  email: '/account/emails',
}

/** The one thing that would help this account most. */
export async function NextStep({ step, sentence }: Step) {
  const say = await words('account')
  return (
    <section
      aria-labelledby="next-step"
      className="mb-9 flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-accent/20 bg-accent-tint p-5"
    >
      <ShieldCheck aria-hidden="true" className="size-7 shrink-0 text-link" strokeWidth={1.6} />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="next-step" className="text-base tracking-normal">
          {say('helpsMost')}
        </h2>
        <p className="text-sm text-ink/80">{sentence}</p>
      </div>
      <ButtonLink look="primary" size="small" href={PLACES[step]}>
        {say(`step.${step}`)}
      </ButtonLink>
    </section>
  )
}
