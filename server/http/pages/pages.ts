import type { IncomingMessage } from 'node:http'
import { LANGUAGE_HEADER } from '#server/callers/language.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { THEME_HEADER, themeOfPage } from '#server/callers/theme.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import { tellAway } from '#server/http/pages/away.ts'
import { keepPages } from '#server/http/pages/kept.ts'
import { limitPages } from '#server/http/pages/limit.ts'
import { newNonce, NO_PAGE_POLICY, pagePolicy } from '#server/http/pages/policy.ts'
import { takeTurns } from '#server/http/pages/turns.ts'
import { languageNamed } from '#server/words/language.ts'
import type { World } from '#server/world.ts'

/** Built files, which are only read. A page has many of them. */
const BUILT = '/_next/static/'
/** What Next's own client adds to the address of a page. */
const ROUTER_PARAMETER = '_rsc'

/**
 * Returns what answers with pages and built files. Each page gets a content security policy with a nonce of its own,
 * and is told its address, the language that the address asks for, and the chosen theme. In development no page is kept, and Next's tools
 * are admitted.
 */
export function pageAnswers(world: World, renderPage: Answer, dev: boolean): Answer {
  const render = tellAway(renderPage)
  const inTurn = takeTurns(render)
  const page = limitPages(world, dev ? inTurn : keepPages(world, inTurn, render))
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
    if (path.startsWith(BUILT)) {
      response.setHeader('content-security-policy', NO_PAGE_POLICY)
      return render(request, response)
    }
    const policy = pagePolicy(world, path, newNonce(world), dev)
    response.setHeader('content-security-policy', policy)
    request.headers['content-security-policy'] = policy // Next reads the nonce for its own scripts from this header.
    tellAddress(request, path, new URLSearchParams(query))
    request.headers[THEME_HEADER] = themeOfPage(request.headers)
    return page(request, response)
  }
}

function tellAddress({ headers }: IncomingMessage, path: string, query: URLSearchParams): void {
  // A link to the same page in another language. Opening it does not change the stored language.
  const language = languageNamed(query.get('lang') ?? undefined)
  if (language) headers[LANGUAGE_HEADER] = language
  query.delete(ROUTER_PARAMETER)
  headers[PATH_HEADER] = query.size > 0 ? `${path}?${query}` : path
}
