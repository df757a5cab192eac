import { CircleAlert, CircleCheck } from '#app/_ui/marks/icons.ts'
import { Rows } from '#app/_ui/lists/rows.tsx'
import type { Loss } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

/** What would happen if this device, the phone or the mailbox were lost. */
export async function CheckUp({ losses }: { losses: Loss[] }) {
  const say = await words('account')
  return (
    <>
      <h2 className="mb-3 text-lg">{say('lose')}</h2>
      <Rows label={say('loseList')}>
        {losses.map(({ what, fine, sentence }) => (
          <li key={what} className="flex gap-3.5 px-5 py-3.5">
            {fine ? (
              <CircleCheck aria-label={say('fine')} className="mt-0.5 size-5 shrink-0 text-link" strokeWidth={1.9} />
            ) : (
              <CircleAlert
                aria-label={say('couldBeBetter')}
                className="mt-0.5 size-5 shrink-0 text-warn"
                strokeWidth={1.9}
              />
            )}
            <p className="min-w-0 flex-1">{sentence}</p>
          </li>
        ))}
      </Rows>
    </>
  )
}
