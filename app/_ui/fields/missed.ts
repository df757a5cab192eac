import { createContext, useContext } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'

type Why = 'missing' | 'unticked' | 'noAddress' | 'malformed' | 'tooShort' | 'incomplete'

/** The field of a form that could not be sent as it is, by its name, and why not. */
export type Missed = { name: string; why: Why }

const Context = createContext<Missed | undefined>(undefined)

/** Tells the fields of a form which of them was missed. */
export const MissedField = Context.Provider

/** Returns the sentence for a field that was missed when its form was sent, until something is typed. */
export function useMissed(name: string | undefined): string | undefined {
  const say = useWords('components')
  const missed = useContext(Context)
  return missed && missed.name === name ? say(`missed.${missed.why}`) : undefined
}

/** Why the browser would not send a field. */
export function whyInvalid({ type, inputMode, validity }: HTMLInputElement | HTMLTextAreaElement): Why {
  if (validity.valueMissing) return type === 'checkbox' ? 'unticked' : 'missing'
  if (type === 'search') return 'tooShort'
  if (validity.patternMismatch && inputMode !== 'numeric') return 'malformed'
  return validity.typeMismatch ? 'noAddress' : 'incomplete'
}
