import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { ChevronRight, type Icon, LifeBuoy, LockKeyhole } from '#app/_ui/marks/icons.ts'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** The ways to sign in without a passkey, with what each of them needs. */
export function OtherWays({ password }: { password: string }) {
  const say = useWords('signIn')
  return (
    <section aria-label={say('otherWays')} className="arriving">
      <StepHeading level={2}>{say('otherWays')}</StepHeading>
      <ul className="mt-3 divide-y divide-line overflow-hidden rounded-lg border border-line">
        <Way href={password} icon={LockKeyhole} name={say('password')}>
          {say('passwordHint')}
        </Way>
        <Way href="/recover" icon={LifeBuoy} name={say('cannot')}>
          {say('cannotHint')}
        </Way>
      </ul>
    </section>
  )
}

function Way({ href, icon: Icon, name, children }: { href: string; icon: Icon; name: string; children: string }) {
  return (
    <li>
      <PageLink href={href} className="flex items-center gap-3.5 px-4 py-3.5 hover:bg-sunken">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" strokeWidth={1.75} />
        <span className="flex-1">
          <span className="font-medium">{name}</span>
          <span className="block text-sm text-soft">{children}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
      </PageLink>
    </li>
  )
}
