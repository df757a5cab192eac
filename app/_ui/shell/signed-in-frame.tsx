import type { ReactNode } from 'react'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { type Product, Wordmark } from '#app/_ui/marks/wordmark.tsx'
import type { ShownPerson } from '#app/_web/person.ts'

type Props = {
  product: Product
  person: ShownPerson
  /** Which part of the product this is, beside its name. */
  area?: ReactNode
  navigation: ReactNode
  /** On phones, in the corner. */
  menu: ReactNode
  /** Below the person, where there is room beside the page. */
  beside: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** The frame of a page of somebody who is signed in: where one is, where one can go, and the way out. */
export function SignedInFrame({ product, person, area, navigation, menu, beside, footer, children }: Props) {
  const { name, email, initials, picture } = person
  return (
    <div className="mx-auto grid min-h-dvh max-w-[69rem] grid-rows-[auto_1fr] md:grid-cols-[15.5rem_minmax(0,1fr)] md:grid-rows-none md:gap-10 md:px-6">
      <header className="min-w-0 border-b border-line bg-surface md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:border-0 md:bg-transparent md:py-8">
        <div className="flex items-center justify-between gap-4 px-4 py-3 md:mb-8 md:px-3 md:py-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <Wordmark {...product} />
            {area}
          </div>
          <div className="-my-1 -mr-2 md:hidden">{menu}</div>
        </div>
        {navigation}
        <div className="mt-auto hidden border-t border-line pt-4 md:block">
          <div className="mb-2 flex items-center gap-3 px-3">
            <Avatar initials={initials} picture={picture} />
            <div className="min-w-0">
              {name && (
                <p className="truncate text-sm font-medium text-ink" title={name}>
                  {name}
                </p>
              )}
              <p className="truncate text-sm text-soft" title={email}>
                {email}
              </p>
            </div>
          </div>
          {beside}
        </div>
      </header>
      <div className="flex min-w-0 flex-col px-4 pt-7 pb-24 md:max-w-3xl md:px-0 md:pt-11 md:pb-6">
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <div className="mt-auto pt-14">{footer}</div>
      </div>
    </div>
  )
}
