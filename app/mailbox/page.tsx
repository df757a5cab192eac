import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Words, words } from '#app/_web/words.tsx'
import { KeepFresh } from '#app/mailbox/keep-fresh.tsx'
import { LetterCard } from '#app/mailbox/letter-card.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { Inbox } from '#app/_ui/marks/icons.ts'
import { NoScript } from '#app/_ui/messages/no-script.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Wordmark } from '#app/_ui/marks/wordmark.tsx'
import { Footer } from '#app/_web/footer.tsx'
import { keptLetters, mayReadLetters } from '#app/_web/mailbox.ts'
import { product } from '#app/_web/product.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('places'))('mailbox.title') }
}

type Props = { searchParams: Promise<{ to?: string | string[] }> }

/** The letters of a server that sends none out. Only a browser on the same machine can read them. */
export default async function MailboxPage({ searchParams }: Props) {
  if (!(await mayReadLetters())) notFound()
  const say = await words('places')
  const { to } = await searchParams
  const letters = await keptLetters(typeof to === 'string' ? to : undefined)
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
      <header className="mb-9">
        <Wordmark {...product()} />
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        <PageHeading title={say('mailbox.title')}>{say('mailbox.intro')}</PageHeading>
        <NoScript />
        <KeepFresh />
        {letters.length > 0 ? (
          <Words of={['places']}>
            <ul aria-label={say('mailbox.list')} className="space-y-4">
              {letters.map((letter) => (
                <LetterCard key={letter.id} letter={letter} />
              ))}
            </ul>
          </Words>
        ) : (
          <EmptyState icon={Inbox} title={say('mailbox.empty')}>
            {say('mailbox.emptyHint')}
          </EmptyState>
        )}
      </main>
      <div className="mt-12">
        <Footer className="-ml-1.5" />
      </div>
    </div>
  )
}
