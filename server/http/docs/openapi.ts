import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Config } from '#server/config/config.ts'
import { visitor } from '#server/http/edge/caller.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { addExamples } from '#server/http/docs/examples.ts'
import { exampleProblem, PROBLEM_CODES } from '#server/http/docs/problem-docs.ts'
import { sessionCookieName } from '#server/callers/session-cookie.ts'

/** What the routes of each first word are about. */
const TAGS: Record<string, string> = {
  'sign-up': 'Mailbox first, then a passkey, then the account.',
  'sign-in': 'With a passkey and nothing else, or with a password and a code.',
  recovery: 'Back in without a passkey: a code by mail, and then another code or a wait of 24 hours.',
  session: 'Who am I, and sign out.',
  sessions: 'Everywhere I am signed in.',
  confirmation: 'Proof of who is there, for ten minutes of sensitive actions.',
  passkeys: 'The keys to the account.',
  totp: 'The authenticator app.',
  'backup-codes': 'Ten codes for paper, each good for once.',
  password: 'An optional fallback, never without an authenticator app.',
  emails: 'The addresses that get the letters and can recover the account.',
  activity: 'Every security event, chained.',
  'check-up': 'What happens if something is lost.',
  account: 'The name, the data, the end.',
  health: 'For a probe.',
  'openapi.json': 'This document.',
  testing: 'In testing mode only: the letters, and the clock.',
}

const DESCRIPTION = `Every way in and out of an account, as JSON.

- **Writes** ask for our own \`Origin\` (a browser says it by itself; \`Sec-Fetch-Site: same-origin\` will do) and for \`Content-Type: application/json\` where there is a body of at most 64 KB.
- **Refusals** are problem details (RFC 9457) with a stable \`code\`; each route lists those it can answer. Their sentences are in the language that \`Accept-Language\` asks for (\`Content-Language\` says which). Members nobody asked for are taken no notice of, and no answer has members that are not listed.
- **Ceremonies** are sealed state between two requests. They are bound to the browser by a cookie that comes with its first write: keep all cookies.
- **Sessions** are a cookie as well. Sensitive routes answer \`confirmation_required\` unless the session proved who it is in the last ten minutes.
- A path that does not exist is 404 \`not_found\`, a method it does not have 405 \`method_not_allowed\` with \`Allow\`.
- Times are epoch milliseconds.`

/** The API's own description (OpenAPI 3.1), made from the routes. */
export function openapiDocument(
  config: Config,
  {
    openAPIRegistry: registry,
    getOpenAPI31Document,
  }: Pick<OpenAPIHono<Edge>, 'getOpenAPI31Document' | 'openAPIRegistry'>,
): object {
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName(config),
    description: 'Set by whatever signs in; HttpOnly, SameSite=Lax.',
  })
  registry.registerComponent('schemas', 'Problem', PROBLEM)
  if (config.testing) {
    registry.registerComponent('schemas', 'OAuthError', OAUTH_ERROR)
    registry.registerComponent('examples', 'oauth_invalid_request', OAUTH_EXAMPLE)
  }
  for (const code of PROBLEM_CODES)
    registry.registerComponent('examples', code, { summary: exampleProblem(code).title, value: exampleProblem(code) })

  const tags = new Set(
    registry.definitions.flatMap((definition) => (definition.type === 'route' ? (definition.route.tags ?? []) : [])),
  )
  const document = getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: `${config.rp.name}: the API`, version: '1', description: DESCRIPTION, license: { name: 'MIT' } },
    servers: [{ url: `${config.origin}/api` }],
    tags: [...tags].map((name) => ({ name, description: TAGS[name] ?? '' })),
  })
  addExamples(document)
  return document
}

/** The route that hands the document out, made once. */
export function openapiRoutes(described: Parameters<typeof openapiDocument>[1]) {
  let document: object | undefined
  return [
    visitor(
      'get',
      '/openapi.json',
      {
        summary: 'This document',
        answer: z.record(z.string(), z.unknown()).openapi({ examples: [{ openapi: '3.1.0' }] }),
      },
      async ({ config }) => {
        document ??= openapiDocument(config, described)
        return { ...document }
      },
    ),
  ] as const
}

/** RFC 9457, with what is ours. */
const PROBLEM = {
  type: 'object' as const,
  properties: {
    type: { type: 'string' as const, description: '`urn:latchkey:problem:` and the code' },
    title: { type: 'string' as const, description: 'a sentence for a person' },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, enum: [...PROBLEM_CODES] },
    detail: { type: 'string' as const, description: 'what exactly is wrong, for a person' },
    retryAfter: { type: 'integer' as const, minimum: 0, description: 'seconds' },
  },
  required: ['type', 'title', 'status', 'code'],
  additionalProperties: false,
}

/** RFC 6749 §5.2. No route of the product writes it yet: it is listed with the testers' route that does. */
const OAUTH_ERROR = {
  type: 'object' as const,
  properties: {
    error: { type: 'string' as const, description: 'the code of RFC 6749' },
    error_description: { type: 'string' as const, description: 'a sentence for a developer' },
  },
  required: ['error', 'error_description'],
  additionalProperties: false,
}
const OAUTH_EXAMPLE = {
  summary: 'The request is malformed.',
  value: { error: 'invalid_request', error_description: 'The request is malformed.' },
}
