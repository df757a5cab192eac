import { RemovedWayRow } from '#app/account/_removed/removed-way-row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ownEmails, ownRemovedWays, type RemovedWay } from '#app/_web/own.ts'
import { keepsLetters, serverNow } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'

/** The ways in of these kinds that were removed lately, and what can be done with them. Nothing if there are none. */
export async function RemovedWays({ kinds }: { kinds: RemovedWay['kind'][] }) {
  const [say, all, emails] = await Promise.all([words('removed'), ownRemovedWays(), ownEmails()])
  const ways = all.filter(({ kind }) => kinds.includes(kind))
  if (ways.length === 0) return null
  const now = serverNow()
  const addresses = emails.filter(({ recoversAt }) => recoversAt <= now).map(({ id, address }) => ({ id, address }))
  return (
    <Words of={['removed', 'signUp']}>
      <section className="mt-10">
        <h2 className="text-lg">{say('title')}</h2>
        <p className="mt-1 mb-3 text-sm text-soft">{say('about')}</p>
        <Rows label={say('title')}>
          {ways.map((way) => (
            <RemovedWayRow key={way.id} way={way} addresses={addresses} keepsLetters={keepsLetters()} />
          ))}
        </Rows>
      </section>
    </Words>
  )
}
