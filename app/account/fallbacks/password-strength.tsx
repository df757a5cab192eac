import type { Strength } from '#app/account/fallbacks/use-strength.ts'
import { useWords } from '#app/_ui/language/words.tsx'

const STEPS = [1, 2, 3, 4]

/** How good the password is so far, as a bar and in words. A reason that was `told` at the field is not said again. */
export function PasswordStrength({ strength, told }: { strength: Strength | undefined; told: boolean }) {
  const say = useWords('fallbacks')
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
      <div role="status" aria-label={say('newPassword.strength')} className="mt-2 min-h-16 text-sm text-soft">
        {strength === undefined && <p>{say('newPassword.least')}</p>}
        {strength && !(refused && told) && (
          <p className={refused ? 'text-danger' : 'font-medium text-ink'}>
            {strength.reason ?? say('newPassword.score', { score: strength.score })}
          </p>
        )}
        {strength?.suggestions.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
