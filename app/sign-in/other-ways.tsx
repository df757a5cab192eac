import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { ChevronRight, type Icon, LifeBuoy, LockKeyhole } from '#app/_ui/marks/icons.ts'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { LastUsed, useLastUsed } from '#app/sign-in/last-used.tsx'

/** The ways to sign in without a passkey, with what each of them needs. */
export function OtherWays({ password }: { password: string }) {
  const say = useWords('signIn')
  const lastUsed = useLastUsed('password')
  return (
    <section aria-label={say('otherWays')} className="arriving">
      <StepHeading level={2}>{say('otherWays')}</StepHeading>
      <ul className="mt-3 divide-y divide-line overflow-hidden rounded-lg border border-line">
        <Way href={password} icon={LockKeyhole} name={say('password')} isLastUsed={lastUsed}>
          {say('passwordHint')}
        </Way>
        <Way href="/recover" icon={LifeBuoy} name={say('cannot')}>
          {say('cannotHint')}
        </Way>
      </ul>
    </section>
  )
}

type Props = { href: string; icon: Icon; name: string; isLastUsed?: boolean; children: string }

function Way({ href, icon: Icon, name, isLastUsed = false, children }: Props) {
  return (
    <li>
      <PageLink href={href} className="flex items-center gap-3.5 px-4 py-3.5 hover:bg-sunken">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" strokeWidth={1.75} />
        <span className="flex-1">
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium">{name}</span>
            {isLastUsed && <LastUsed />}
          </span>
          <span className="block text-sm text-soft">{children}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
      </PageLink>
    </li>
  )
}
