import { FootLink } from '#app/_ui/controls/foot-link.tsx'
import { LanguageSwitch } from '#app/_ui/language/language-switch.tsx'
import { ThemeSwitch } from '#app/_ui/theme/theme-switch.tsx'
import { currentActor } from '#app/_web/actor.ts'
import { operatorPages } from '#app/_web/product.ts'
import { appearance } from '#app/_web/theme.ts'
import { LANGUAGE_CHOICES, words } from '#app/_web/words.tsx'

/** The quiet end of a page: the languages, the themes, and what the operator wants to have found there. */
export async function Footer({ className = 'justify-center' }: { className?: string }) {
  const say = await words('footer')
  const { support, terms, privacy } = operatorPages()
  return (
    <footer className={`flex flex-wrap items-center gap-x-6 gap-y-2 text-sm text-soft ${className}`}>
      <LanguageSwitch
        label={say('language')}
        choices={LANGUAGE_CHOICES}
        signedIn={(await currentActor()) !== undefined}
      />
      <ThemeSwitch {...(await appearance())} />
      {(support ?? terms ?? privacy) && (
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {support && <FootLink href={support.href}>{say('support')}</FootLink>}
          {terms && <FootLink href={terms}>{say('terms')}</FootLink>}
          {privacy && <FootLink href={privacy}>{say('privacy')}</FootLink>}
        </ul>
      )}
    </footer>
  )
}
