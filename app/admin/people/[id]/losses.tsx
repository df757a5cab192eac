import { LOST_ICONS, WAY_ICONS } from '#app/_ui/marks/way-icons.ts'
import { Card } from '#app/_ui/lists/card.tsx'
import type { ShownPerson } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** What a person can still do if they lose something, in plain words. */
export async function Losses({ losses }: Pick<ShownPerson, 'losses'>) {
  const say = await words('adminPerson')
  return (
    <section aria-labelledby="losses">
      <h2 id="losses" className="mb-3 text-lg">
        {say('losses.title')}
      </h2>
      <Card>
        <dl className="divide-y divide-line">
          {losses.map(({ what, ways }) => {
            const Icon = LOST_ICONS[what]
            const atOnce = ways.filter((way) => way !== 'wait')
            return (
              <div key={what} className="px-5 py-3.5 sm:flex sm:gap-4">
                <dt className="flex items-center gap-2.5 font-medium sm:w-40 sm:shrink-0 sm:self-start">
                  <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" strokeWidth={1.75} />
                  <span>{say(`losses.${what}`)}</span>
                </dt>
                <dd className="min-w-0 max-sm:mt-1.5">
                  {atOnce.length > 0 ? (
                    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-soft">
                      {atOnce.map((way) => {
                        const Way = WAY_ICONS[way]
                        return (
                          <li key={way} className="flex items-center gap-1.5">
                            <Way aria-hidden="true" className="size-4 shrink-0 text-link" strokeWidth={1.9} />
                            <span>{say(`losses.ways.${way}`)}</span>
                          </li>
                        )
                      })}
                    </ul>
                  ) : (
                    <span className="text-warn">{say(ways.length > 0 ? 'losses.onlyWait' : 'losses.nothing')}</span>
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
      </Card>
      <p className="mt-2 text-sm text-soft">{say('losses.hint')}</p>
    </section>
  )
}
