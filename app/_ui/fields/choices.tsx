type Props<Value extends string> = {
  label: string
  /** One for all its radio buttons. */
  name: string
  options: readonly { value: Value; name: string; hint?: string }[]
  /** Beside each other, where there is room. */
  inRow?: boolean
  picked: Value
  onPick: (value: Value) => void
}

/** One thing to choose among a few, each with what it means. */
export function Choices<Value extends string>({ label, name, options, inRow, picked, onPick }: Props<Value>) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink">{label}</legend>
      <div className={inRow ? 'flex flex-wrap gap-x-6 gap-y-1.5' : 'space-y-1.5'}>
        {options.map(({ value, name: shown, hint }) => (
          <label key={value} className="flex cursor-pointer items-start gap-3 py-0.5">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === picked}
              onChange={() => onPick(value)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span>
              <span className="block">{shown}</span>
              {hint && <span className="block text-sm text-soft">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
