'use client'

import { useRouter } from 'next/navigation'
import { signOut } from '#app/_ui/shell/sign-out.ts'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { LogOut } from '#app/_ui/marks/icons.ts'
import { ELSEWHERE, type Elsewhere } from '#app/_ui/shell/elsewhere-link.tsx'
import type { LanguageChoice } from '#app/_ui/language/language-switch.tsx'
import { Menu } from '#app/_ui/overlays/menu.tsx'
import { rememberLanguage } from '#app/_ui/language/remember-language.ts'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'
import { useThemeChoice } from '#app/_ui/theme/use-theme-choice.ts'
import type { ShownPerson } from '#app/_web/person.ts'
import type { Appearance } from '#app/_web/theme.ts'

type Props = {
  person: ShownPerson
  languages: LanguageChoice[]
  appearance: Appearance
  elsewhere: Elsewhere | undefined
}

/** On phones: who is signed in, the language, the theme, the way to another part of the product, and the way out. */
export function PersonMenu({ person, languages, appearance, elsewhere }: Props) {
  const { name, email, initials, picture } = person
  const say = useWords('shell')
  const spoken = useLanguage()
  const router = useRouter()
  const note = useNote()
  const [theme, chooseTheme] = useThemeChoice(appearance.current)
  const sentenceOf = useSentenceOf()
  const { run: leave } = useAction(() => signOut().catch((thrown: unknown) => note(sentenceOf(thrown).fault ?? '')))
  const { run: choose } = useAction(async (language: LanguageChoice['language']) => {
    await rememberLanguage(language, true)
    router.refresh()
  })

  return (
    <Menu
      label={say('menu')}
      face={<Avatar initials={initials} picture={picture} />}
      head={
        <div className="flex items-center gap-3">
          <Avatar initials={initials} picture={picture} />
          <div className="min-w-0">
            {name && <p className="truncate font-medium text-ink">{name}</p>}
            <p className="truncate">{email}</p>
          </div>
        </div>
      }
      choices={[
        {
          label: say('language'),
          picked: spoken,
          options: languages.map(({ language, name }) => ({ value: language, name, lang: language })),
          onPick: (value) =>
            languages.filter(({ language }) => language === value).forEach(({ language }) => void choose(language)),
        },
        {
          label: appearance.label,
          picked: theme,
          options: appearance.choices.map(({ theme, name }) => ({ value: theme, name })),
          onPick: (value) =>
            appearance.choices.filter(({ theme }) => theme === value).forEach(({ theme }) => chooseTheme(theme)),
        },
      ]}
      acts={[
        ...(elsewhere
          ? [
              {
                name: say(elsewhere),
                icon: ELSEWHERE[elsewhere].icon,
                onPick: () => router.push(ELSEWHERE[elsewhere].href),
              },
            ]
          : []),
        { name: say('signOut'), icon: LogOut, onPick: () => void leave() },
      ]}
    />
  )
}
