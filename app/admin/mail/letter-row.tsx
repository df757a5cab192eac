import { Row } from '#app/_ui/lists/row.tsx'
import { CircleAlert, Mail } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { QueuedLetter } from '#app/_web/admin.ts'
import { words } from '#app/_web/words.tsx'

/** A letter that did not leave yet, or never: what it is, where to, how often it was tried, and why it was refused. */
export async function LetterRow({ letter, state }: { letter: QueuedLetter; state: 'waiting' | 'givenUp' }) {
  const say = await words('adminMail')
  const { title, to, attempts, createdAt, dueAt, fault } = letter
  const created = () => <RelativeTime at={createdAt} />
  return (
    <Row icon={fault === undefined ? Mail : CircleAlert} title={title}>
      <p>{say('to', { to })}</p>
      <p>
        {state === 'waiting'
          ? say.rich('waiting.next', { attempts, created, due: () => <RelativeTime at={dueAt} /> })
          : say.rich('givenUp.when', { attempts, created })}
      </p>
      {fault !== undefined && <p className="text-warn">{say('fault', { fault })}</p>}
    </Row>
  )
}
