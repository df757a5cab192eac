'use client'

import { useRouter } from 'next/navigation'
import { signOut } from '#app/account/_shell/sign-out.ts'
import { CircleUser, LogOut } from '#app/_ui/marks/icons.ts'
import type { LanguageChoice } from '#app/_ui/language/language-switch.tsx'
import { Menu } from '#app/_ui/overlays/menu.tsx'
import { rememberLanguage } from '#app/_ui/language/remember-language.ts'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

type Props = { name: string; email: string; languages: LanguageChoice[] }

/** On phones: who is signed in, the language, and the way out. */
export function AccountMenu({ name, email, languages }: Props) {
  const say = useWords('account')
  const spoken = useLanguage()
  const router = useRouter()
  const note = useNote()
  const sentenceOf = useSentenceOf()
  const { run: leave } = useAction(() => signOut().catch((thrown: unknown) => note(sentenceOf(thrown).fault ?? '')))
  const { run: choose } = useAction(async (language: LanguageChoice['language']) => {
    await rememberLanguage(language, true)
    router.refresh()
  })

  return (
    <Menu
      label={say('menu')}
      icon={CircleUser}
      head={name ? `${name} · ${email}` : email}
      choices={{
        label: say('language'),
        picked: spoken,
        options: languages.map(({ language, name }) => ({ value: language, name, lang: language })),
        onPick: (value) =>
          languages.filter(({ language }) => language === value).forEach(({ language }) => void choose(language)),
      }}
      acts={[{ name: say('signOut'), icon: LogOut, onPick: () => void leave() }]}
    />
  )
}
