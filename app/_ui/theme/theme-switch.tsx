'use client'

import { Monitor, Moon, Sun } from '#app/_ui/marks/icons.ts'
import { useThemeChoice } from '#app/_ui/theme/use-theme-choice.ts'
import type { Appearance } from '#app/_web/theme.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** The themes of the pages, each as a sign. Without scripts there is none, and the pages have the device's. */
export function ThemeSwitch({ label, choices, current }: Appearance) {
  const [chosen, choose] = useThemeChoice(current)
  return (
    <div role="group" aria-label={label} className="flex gap-0.5">
      {choices.map(({ theme, name }) => {
        const Icon = ICONS[theme]
        return (
          <button
            key={theme}
            type="button"
            title={name}
            aria-label={name}
            aria-pressed={theme === chosen}
            onClick={() => choose(theme)}
            className="flex size-7 items-center justify-center rounded-sm hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
          >
            <Icon aria-hidden="true" className="size-4" />
          </button>
        )
      })}
    </div>
  )
}
