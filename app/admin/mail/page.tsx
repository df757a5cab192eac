import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { LetterRow } from '#app/admin/mail/letter-row.tsx'
import { RetryLetters } from '#app/admin/mail/retry-letters.tsx'
import { SendTest } from '#app/admin/mail/send-test.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { adminPermissions, readLetters, type ShownMail } from '#app/_web/admin.ts'
import { Words, words, type WordsOf } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminMail'))('title') }
}

/** How letters leave, those that wait and those that were given up. */
export default adminPage('read:mail', async (admin) => {
  const [say, permissions, { way, waiting, givenUp }] = await Promise.all([
    words('adminMail'),
    adminPermissions(),
    readLetters(admin),
  ])
  const manages = permissions.includes('manage:mail')
  return (
    <Words of={['adminMail']}>
      <PageHeading title={say('title')}>{say('about')}</PageHeading>
      <div className="space-y-9">
        <SectionCard title={say('way.title')}>
          <p>{wayOut(way, say)}</p>
          <p className="text-sm text-soft">{say('way.from', { from: way.from })}</p>
          {manages && <SendTest email={admin.email} />}
        </SectionCard>
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-3 text-lg">
            {say('waiting.title')}
          </h2>
          {waiting.length === 0 ? (
            <p className="text-soft">{say('waiting.none')}</p>
          ) : (
            <Rows label={say('waiting.title')}>
              {waiting.map((letter) => (
                <LetterRow key={letter.id} letter={letter} state="waiting" />
              ))}
            </Rows>
          )}
          {manages && waiting.some(({ fault }) => fault !== undefined) && <RetryLetters />}
        </section>
        {givenUp.length > 0 && (
          <section aria-labelledby="given-up">
            <h2 id="given-up" className="mb-3 text-lg">
              {say('givenUp.title')}
            </h2>
            <Rows label={say('givenUp.title')}>
              {givenUp.map((letter) => (
                <LetterRow key={letter.id} letter={letter} state="givenUp" />
              ))}
            </Rows>
          </section>
        )}
      </div>
    </Words>
  )
})

function wayOut(way: ShownMail['way'], say: WordsOf<'adminMail'>): string {
  if (way.by === 'smtp') return say('way.smtp', { host: way.host, port: String(way.port) })
  return way.by === 'resend' ? say('way.resend', { host: way.host }) : say('way.mailbox')
}
