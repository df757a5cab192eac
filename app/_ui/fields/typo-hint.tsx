import { Button } from '#app/_ui/controls/button.tsx'
import { likelyAddress } from '#app/_ui/fields/likely-address.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Asks whether another address was meant, where the domain looks mistyped. It refuses nothing. */
export function TypoHint({ email, onTake }: { email: string; onTake: (email: string) => void }) {
  const say = useWords('components')
  const address = likelyAddress(email)
  return (
    <div aria-live="polite" className="text-sm">
      {address && (
        <p className="mt-2 flex flex-wrap items-center gap-x-2">
          <span>{say('didYouMean', { address })}</span>
          <Button look="quiet" size="small" onClick={() => onTake(address)}>
            {say('useThis')}
          </Button>
        </p>
      )}
    </div>
  )
}
