import { IP_HEADER } from '#server/callers/identify.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import { ipGroup } from '#server/limits.ts'

/** How many pages of one IP are rendered at once. Rendering blocks the process, and sign-ins must get in between. */
const AT_ONCE = 4
/** A page that takes longer, in milliseconds, keeps no other one waiting: its reader may be slow. */
const LONGEST_TURN = 1_000

type Lane = { running: number; waiting: (() => void)[] }

/** Returns what renders pages, a few at once for each IP. The IP is in the header that the front sets. */
export function takeTurns(page: Answer): Answer {
  const lanes = new Map<string, Lane>()
  return (request, response) => {
    const ip = ipGroup(String(request.headers[IP_HEADER]))
    const lane = lanes.get(ip) ?? { running: 0, waiting: [] }
    lanes.set(ip, lane)
    const goOn = () => {
      const next = lane.running < AT_ONCE ? lane.waiting.shift() : undefined
      if (next) next()
      else if (lane.running === 0) lanes.delete(ip)
    }
    const begin = () => {
      if (response.closed) return goOn()
      lane.running += 1
      const end = () => {
        clearTimeout(timer)
        response.off('close', end)
        lane.running -= 1
        goOn()
      }
      const timer = setTimeout(end, LONGEST_TURN)
      response.once('close', end)
      page(request, response)
    }
    lane.waiting.push(begin)
    goOn()
  }
}
