/** How a route's requests are admitted and its answers written. One word at the head of a route chooses one. */
export type Pipeline = {
  /** As the document names it (`x-pipeline`). */
  name: 'browser' | 'machine' | 'bearer'
  /** Refuses writes that our own pages did not send (`wrong_origin`). */
  sameOrigin: boolean
  /** Reads our cookies, and gives a browser without an id one with its first write. */
  cookies: boolean
  /** Lets scripts of any origin read the answers, without cookies (Fetch standard, CORS protocol). */
  cors: boolean
  /** How a refusal is written: as problem details (RFC 9457) or as OAuth's own errors (RFC 6749 §5.2). */
  errors: 'problem' | 'oauth'
}

/** Our own pages: exact origin, JSON, cookies, problem details. */
export function browser(): Pipeline {
  return { name: 'browser', sameOrigin: true, cookies: true, cors: false, errors: 'problem' }
}

/** Other programs: probes, webhooks, token requests. Any origin, no cookies in either direction. */
export function machine({
  cors = false,
  errors = 'problem',
}: Partial<Pick<Pipeline, 'cors' | 'errors'>> = {}): Pipeline {
  return { name: 'machine', sameOrigin: false, cookies: false, cors, errors }
}

/** Programs that present a bearer token (RFC 6750). Any origin, no cookies in either direction. */
export function bearer({ cors = false }: Partial<Pick<Pipeline, 'cors'>> = {}): Pipeline {
  return { name: 'bearer', sameOrigin: false, cookies: false, cors, errors: 'problem' }
}
