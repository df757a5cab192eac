import { Card } from '#app/_ui/lists/card.tsx'
import { CircleCheck, TriangleAlert } from '#app/_ui/marks/icons.ts'
import type { Overview } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** What is as it should be, and what somebody should look at, each in a sentence. */
export async function Lights({ overview: { lights, mail, owners, recoveries } }: { overview: Overview }) {
  const say = await words('adminOverview')
  const bad = {
    database: say('lights.database.bad'),
    mail:
      mail.failing + mail.givenUp > 0
        ? say('lights.mail.bad', { waits: mail.failing, lost: mail.givenUp })
        : say('lights.mail.stays'),
    owners: say('lights.owners.bad', { count: owners }),
    recoveries: say('lights.recoveries.bad', { count: recoveries.ready }),
  }
  return (
    <section aria-labelledby="lights">
      <h2 id="lights" className="mb-3 text-lg">
        {say('lights.title')}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {lights.map(({ light, good }) => {
            const Icon = good ? CircleCheck : TriangleAlert
            return (
              <li key={light} className="flex gap-3.5 px-5 py-3.5">
                <Icon
                  aria-label={say(good ? 'lights.good' : 'lights.bad')}
                  className={`mt-0.5 size-5 shrink-0 ${good ? 'text-link' : 'text-warn'}`}
                  strokeWidth={1.9}
                />
                <div className="min-w-0">
                  <p className="font-medium">{say(`lights.${light}.title`)}</p>
                  <p className="text-sm text-soft">{good ? say(`lights.${light}.good`) : bad[light]}</p>
                </div>
              </li>
            )
          })}
        </ul>
      </Card>
    </section>
  )
}
