import type { Strength } from '#app/account/fallbacks/use-strength.ts'

const WORDS = ['Very easy to guess', 'Easy to guess', 'Not bad', 'Good', 'Very good']
const STEPS = [1, 2, 3, 4]

/** How good the password is so far, as a bar and in words. A reason that was `told` at the field is not said again. */
export function PasswordStrength({ strength, told }: { strength: Strength | undefined; told: boolean }) {
  const refused = strength?.reason !== undefined
  const filled = strength === undefined ? 0 : refused ? 1 : Math.max(1, strength.score)
  const colour = refused ? 'bg-danger' : filled < 3 ? 'bg-brass' : 'bg-accent'

  return (
    <div className="mt-3">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1.5">
        {STEPS.map((step) => (
          <span key={step} className={`h-1.5 rounded-full transition-colors ${step <= filled ? colour : 'bg-line'}`} />
        ))}
      </div>
      <div role="status" aria-label="Strength" className="mt-2 min-h-16 text-sm text-soft">
        {strength === undefined && <p>At least 12 characters. Four or five words in a row are easy to remember and hard to guess.</p>}
        {strength && !(refused && told) && <p className={refused ? 'text-danger' : 'font-medium text-ink'}>{strength.reason ?? WORDS[strength.score]}</p>}
        {strength?.suggestions.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
