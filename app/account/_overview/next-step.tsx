import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ShieldCheck } from '#app/_ui/icons.ts'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

/** The one thing that would help this account most, if there is one. */
export function NextStep({ passkeys }: { passkeys: ShownPasskey[] }) {
  const [only] = passkeys
  if (passkeys.length !== 1 || !only) return null
  return (
    <section aria-labelledby="next-step" className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-accent/20 bg-accent-tint p-5">
      <ShieldCheck aria-hidden="true" className="size-7 shrink-0 text-link" strokeWidth={1.6} />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="next-step" className="text-base tracking-normal">
          Add a second passkey
        </h2>
        <p className="text-sm text-ink/80">
          {only.backupEligible
            ? `“${only.name}” is your only way in. Should you lose your password manager’s account, a passkey somewhere else still lets you in.`
            : `“${only.name}” is your only way in, and it lives on one device. If that is lost, so is your quick way back.`}
        </p>
      </div>
      <ButtonLink look="primary" size="small" href="/account/passkeys">
        Add a passkey
      </ButtonLink>
    </section>
  )
}
