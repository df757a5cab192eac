import type { IncomingMessage, ServerResponse } from 'node:http'
import { IP_HEADER } from '#server/callers/identify.ts'
import { LANGUAGE_COOKIE, languageOf } from '#server/callers/language.ts'
import { AppError } from '#server/errors.ts'
import { API_HEADERS } from '#server/http/edge/security-headers.ts'
import { countRead } from '#server/http/edge/read-limit.ts'
import { ipGroup } from '#server/limits.ts'
import { wordsIn } from '#server/words/translate.ts'
import type { World } from '#server/world.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** How many pages of one IP are rendered at once. Rendering blocks the process, and sign-ins must get in between. */
const AT_ONCE = 4
/** A page that takes longer, in milliseconds, keeps no other one waiting: its reader may be slow. */
const LONGEST_TURN = 1_000
/** Built files, which are only read. A page has many of them. */
const BUILT = '/_next/static/'

/**
 * Returns what answers with pages, a few at once for each IP. Past the limit of an IP it answers with a page that says
 * so. The IP is in the header that the front sets.
 */
export function limitPages(world: World, page: Answer): Answer {
  const inTurn = takeTurns(page)
  return (request, response) => {
    if (request.url?.startsWith(BUILT)) return page(request, response)
    const ip = String(request.headers[IP_HEADER])
    try {
      countRead(world, ip, 'pages')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return refuse(request, response, error)
    }
    inTurn(ipGroup(ip), request, response)
  }
}

type Lane = { running: number; waiting: (() => void)[] }

function takeTurns(page: Answer) {
  const lanes = new Map<string, Lane>()
  return (ip: string, request: IncomingMessage, response: ServerResponse) => {
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

/** A page without script or style, because Next would render any other one. */
function refuse({ headers }: IncomingMessage, response: ServerResponse, { code, details }: AppError): void {
  const chosen = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1]
  const language = languageOf({ chosen, accepted: headers['accept-language'] })
  const sentence = wordsIn(language, 'refusals')(code)
  response
    .writeHead(429, {
      ...API_HEADERS,
      'content-type': 'text/html;charset=utf-8',
      'retry-after': String(details.retryAfter),
    })
    .end(
      `<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><title>429</title><p>${sentence}</p></html>\n`,
    )
}
