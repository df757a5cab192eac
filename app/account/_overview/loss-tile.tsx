import { LOST_ICONS, WAY_ICONS } from '#app/_ui/marks/way-icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { CircleAlert, CircleCheck } from '#app/_ui/marks/icons.ts'
import type { Loss } from '#app/_web/own.ts'

type Props = { loss: Loss; open: boolean; panel: string; onPress: () => void }

/** One thing that may be lost, with the ways that remain as icons. Pressed, it shows what that means. */
export function LossTile({ loss: { what, fine, ways }, open, panel, onPress }: Props) {
  const say = useWords('account')
  const Lost = LOST_ICONS[what]
  const Verdict = fine ? CircleCheck : CircleAlert
  const atOnce = ways.filter((way) => way !== 'wait').length
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={panel}
      onClick={onPress}
      className={
        'flex min-w-0 flex-col items-start gap-2 rounded-lg border bg-surface p-3 text-left sm:p-4 shadow-card transition-colors ' +
        (open ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-edge')
      }
    >
      <span className="flex gap-2 font-medium max-sm:flex-col max-sm:text-sm sm:items-center">
        <Lost aria-hidden="true" className="size-5 shrink-0 text-soft" strokeWidth={1.9} />
        <span>{say(`lost.${what}`)}</span>
      </span>
      <span aria-hidden="true" className="flex min-h-5 flex-wrap gap-1.5 text-link">
        {ways.map((way) => {
          const Way = WAY_ICONS[way]
          return <Way key={way} className={`size-5 ${way === 'wait' ? 'text-soft' : ''}`} strokeWidth={1.75} />
        })}
      </span>
      <span className={`flex items-start gap-1.5 text-sm ${fine ? 'text-soft' : 'text-warn'}`}>
        <Verdict
          aria-label={say(fine ? 'fine' : 'couldBeBetter')}
          className={`mt-0.5 size-4 shrink-0 ${fine ? 'text-link' : ''}`}
          strokeWidth={2}
        />
        <span>{verdict()}</span>
      </span>
    </button>
  )

  function verdict(): string {
    if (atOnce === 0) return say(ways.length > 0 ? 'lost.onlyWait' : 'lost.nothing')
    return fine ? say('lost.left', { count: atOnce }) : say('lost.noSpare')
  }
}
