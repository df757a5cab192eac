import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState as readState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** A path without a page. */
const NOWHERE = '/404'
/** What Next's own pages say to Next about the page they are on. */
const STATE = 'next-router-state-tree'

/** Returns whether a path is that of Next's optimizer of pictures. */
export function isImageOptimizer(path: string): boolean {
  return /^\/+_next\/+image(?:\/|$)/i.test(path.replace(/%2f/gi, '/').replace(/%5f/gi, '_'))
}

/**
 * Takes from a request what Next answers with a fault and a line in the log, instead of with a refusal: an escape in the
 * path that cannot be decoded, a path of a page that is for its own use, and a state of its pages that it cannot read.
 * The path then leads nowhere, and the page is rendered as a whole.
 */
export function spareNext(request: IncomingMessage): void {
  const { url = '', headers } = request
  if (isNowhere(url.split('?', 1)[0] ?? '')) request.url = NOWHERE
  if (headers[STATE] !== undefined && !isReadable(() => readState(headers[STATE]))) delete headers[STATE]
}

function isNowhere(path: string): boolean {
  let decoded = ''
  return (
    !isReadable(() => (decoded = decodeURIComponent(path))) || /^\/+_(?:global-error|error|not-found)/.test(decoded)
  )
}

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
