import { isAdministered } from '#app/account/activity/event-words.ts'
import { Card } from '#app/_ui/lists/card.tsx'
import { type ShownEvent, ownRecovery } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

/** For an entry without a session: what an administrator did, a try that was refused, or a recovery that somebody asked for. */
export async function NobodyGotIn({ event }: { event: ShownEvent | undefined }) {
  const [say, recovery] = await Promise.all([words('notMe'), ownRecovery()])
  if (event && isAdministered(event))
    return <Said title={say('administered.title')}>{[say('administered.about'), say('administered.ask')]}</Said>
  if (event?.kind.startsWith('recovery_') === true)
    return (
      <Said title={say('recovery.title')}>
        {[say(recovery.state === 'none' ? 'recovery.over' : 'recovery.live'), say('recovery.mailbox')]}
      </Said>
    )
  if (event?.worrying === true)
    return <Said title={say('failed.title')}>{[say('failed.about'), say('failed.often')]}</Said>
  return <Said title={say('unknown.title')}>{[say('unknown.about')]}</Said>
}

function Said({ title, children }: { title: string; children: string[] }) {
  return (
    <Card className="space-y-2 p-5">
      <h2 className="text-lg">{title}</h2>
      {children.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Card>
  )
}
