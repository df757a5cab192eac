import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says that a code comes later, when, and why. */
export function SentLater({ sentAt }: { sentAt: number }) {
  const say = useWords('components')
  return <p className="mb-6 text-soft">{say.rich('codeLater', { time: () => <LocalTime at={sentAt} /> })}</p>
}
