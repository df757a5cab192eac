import { Banner } from '#app/_ui/messages/banner.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { ownFirstSettling } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

/** Says on every page that nothing may be removed yet and from when on, before anybody types or presses something. */
export async function YoungNotice() {
  const [say, from] = await Promise.all([words('account'), ownFirstSettling()])
  if (from === undefined) return null
  return (
    <section aria-label={say('young.title')} className="mb-8">
      <Banner title={say('young.title')}>{say.rich('young.until', { time: () => <LocalTime at={from} /> })}</Banner>
    </section>
  )
}
