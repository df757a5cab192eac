import type { IncomingMessage, ServerResponse } from 'node:http'
import { IP_HEADER } from '#server/callers/identify.ts'
import { languageOfPage } from '#server/callers/language.ts'
import { AppError } from '#server/errors.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import { API_HEADERS } from '#server/http/edge/security-headers.ts'
import { countRead } from '#server/http/edge/read-limit.ts'
import { wordsIn } from '#server/words/translate.ts'
import type { World } from '#server/world.ts'

/** Returns what counts the pages of each IP. Past the limit it answers with a page that says so. */
export function limitPages(world: World, page: Answer): Answer {
  return (request, response) => {
    try {
      countRead(world, String(request.headers[IP_HEADER]), 'pages')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return refuse(request, response, error)
    }
    return page(request, response)
  }
}

/** A page without script or style, because Next would render any other one. */
function refuse(request: IncomingMessage, response: ServerResponse, { code, details }: AppError): void {
  const language = languageOfPage(request.headers)
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
