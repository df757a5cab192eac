import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Config } from '#server/config/config.ts'
import { AppError, type RefusalCode } from '#server/errors.ts'
import { accountRoutes } from '#server/http/routes/account.ts'
import { backupCodeRoutes } from '#server/http/routes/backup-codes.ts'
import { confirmationRoutes } from '#server/http/routes/confirmation.ts'
import { type Edge, putCookie } from '#server/http/edge/endpoint.ts'
import { emailRoutes } from '#server/http/routes/emails.ts'
import { healthRoutes } from '#server/http/routes/health.ts'
import { LANGUAGE_COOKIE, languageOf } from '#server/callers/language.ts'
import { openapiDocument, openapiRoutes } from '#server/http/docs/openapi.ts'
import { passkeyRoutes } from '#server/http/routes/passkeys.ts'
import { passwordRoutes } from '#server/http/routes/password.ts'
import { faultResponse, problemResponse } from '#server/http/edge/problems.ts'
import { recoveryRoutes } from '#server/http/routes/recovery.ts'
import { toRefusal } from '#server/http/edge/to-refusal.ts'
import { countRead } from '#server/http/edge/read-limit.ts'
import { isBodiless, lengthOf, requireJson, requireSameOrigin } from '#server/http/edge/same-origin.ts'
import { API_HEADERS, securityHeaders } from '#server/http/edge/security-headers.ts'
import { sessionRoutes } from '#server/http/routes/session.ts'
import { sessionsRoutes } from '#server/http/routes/sessions.ts'
import { signInRoutes } from '#server/http/routes/sign-in.ts'
import { signUpRoutes } from '#server/http/routes/sign-up.ts'
import { testingRoutes } from '#server/http/routes/testing.ts'
import { totpRoutes } from '#server/http/routes/totp.ts'
import { browserCookieName, clientIp, readBrowserId, visitorOf } from '#server/callers/visitor.ts'
import { wellKnown } from '#server/http/routes/well-known.ts'
import type { Language } from '#server/words/language.ts'
import type { World } from '#server/world.ts'

const MOST_BODY_BYTES = 64 * 1_024
/** Refusals of what somebody may have tried on purpose: controls gone around, wrong secrets, other people's things. */
const SUSPICIOUS = new Set<RefusalCode>([
  'wrong_origin',
  'unsupported_type',
  'too_large',
  'invalid_input',
  'too_many_attempts',
  'ceremony_over',
  'sign_in_failed',
  'unknown_passkey',
  'code_wrong',
  'confirmation_failed',
  'confirmation_required',
  'forbidden',
  'not_found',
])
const LONGEST_LOGGED_PATH = 200
const BROWSER_COOKIE_SECONDS = 400 * 86_400

/** What the typed client knows: every product route, below /api. */
export type Api = ReturnType<typeof mountedBelowApi>

/** The whole HTTP API over a world: a plain function from request to response. */
export function createApi(world: World): OpenAPIHono<Edge> {
  const api = new OpenAPIHono<Edge>()
  api.onError((error, c) => answerTo(world, error, c))
  api.notFound((c) => problemResponse(new AppError('not_found'), spokenBy(c)))

  api.use(headers(world))
  api.use(protections(world))
  api.use(introduce(world))

  api.route('/', mountedBelowApi(routes(world.config)))
  api.route('/', wellKnown(world.config))
  refuseOtherMethods(api)
  return api
}

/** What the API would say of itself under this configuration. */
export function describeApi(config: Config): object {
  return openapiDocument(config, routes(config))
}

/** Every route there is: those of the testers are there in testing mode only. */
function routes({ testing }: Pick<Config, 'testing'>): ReturnType<typeof productRoutes> {
  const product = productRoutes()
  if (testing) product.openapiRoutes(testingRoutes)
  return product
}

function mountedBelowApi(product: ReturnType<typeof productRoutes>) {
  return new OpenAPIHono<Edge>().route('/api', product)
}

function productRoutes() {
  const app = edge()
  return app.openapiRoutes([
    ...signUpRoutes,
    ...signInRoutes,
    ...sessionRoutes,
    ...sessionsRoutes,
    ...confirmationRoutes,
    ...passkeyRoutes,
    ...totpRoutes,
    ...backupCodeRoutes,
    ...passwordRoutes,
    ...recoveryRoutes,
    ...emailRoutes,
    ...accountRoutes,
    ...healthRoutes,
    ...openapiRoutes(app),
  ])
}

/** Input that does not fit its schema is refused with what is wrong and where. */
function edge() {
  return new OpenAPIHono<Edge>({
    defaultHook: (result) => {
      if (result.success) return
      const [issue] = result.error.issues
      throw new AppError('invalid_input', {
        malformed: issue && `${issue.path.join('.') || 'input'}: ${issue.message}`,
      })
    },
  })
}

function headers(world: World) {
  const all = { ...API_HEADERS, ...securityHeaders(world.config) }
  return createMiddleware<Edge>(async (c, next) => {
    c.set('headers', all)
    c.set('cookies', [])
    await next()
    // A refusal and the odd document come without.
    if (!c.get('complete')) for (const [name, value] of Object.entries(all)) c.res.headers.set(name, value)
  })
}

function protections(world: World) {
  const limit = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw new AppError('too_large')
    },
  })
  return createMiddleware<Edge>(async (c, next) => {
    if (isBodiless(c.req.raw)) return next()
    requireSameOrigin(c.req.raw, world.config.origin)
    requireJson(c.req.raw)
    // Where the length is said, the server lets no more through: counting it again would turn the body into a stream.
    const length = lengthOf(c.req.raw)
    if (length === undefined) return limit(c, next)
    if (length > MOST_BODY_BYTES) throw new AppError('too_large')
    return next()
  })
}

/** The language to answer in. */
function spokenBy(c: Context<Edge>): Language {
  return languageOf({ chosen: getCookie(c, LANGUAGE_COOKIE), accepted: c.req.header('accept-language') })
}

/** Says who is visiting. A browser whose first write is taken gets its id with the answer. */
function introduce(world: World) {
  const name = browserCookieName(world.config)
  return createMiddleware<Edge>(async (c, next) => {
    c.set('world', world)
    const ip = ipOf(world, c)
    const known = readBrowserId(getCookie(c, name))
    const browserId = known ?? world.random(24).toString('base64url')
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!known && !isRead) putCookie(c, name, browserId, BROWSER_COOKIE_SECONDS)
    c.set('visitor', visitorOf({ ip, userAgent: c.req.header('user-agent'), browserId, language: spokenBy(c) }))
    if (isRead || c.req.path === '/api/sign-in/options') countRead(world, ip)
    await next()
  })
}

function ipOf(world: World, c: Context): string {
  return clientIp(c.env?.ip, c.req.header('x-forwarded-for'), world.config.trustedProxies)
}

function answerTo(world: World, error: Error, c: Context<Edge>): Response {
  const refusal = toRefusal(error)
  if (!refusal) {
    world.log('error', 'A request failed', { path: c.req.path, error: error.stack })
    return faultResponse(spokenBy(c))
  }
  if (refusal.code === 'unavailable')
    world.log('error', 'The database could not be used', { path: c.req.path, error: error.message })
  // What may be somebody trying to get in is written down, whether or not an account is known.
  if (SUSPICIOUS.has(refusal.code)) {
    world.log('warn', 'A request was refused', {
      code: refusal.code,
      method: c.req.method,
      path: c.req.path.slice(0, LONGEST_LOGGED_PATH),
      ip: ipOf(world, c),
    })
  }
  return problemResponse(refusal, spokenBy(c))
}

/** Paths that exist answer 405 to methods they do not have, with those they have. */
function refuseOtherMethods(api: OpenAPIHono<Edge>): void {
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of api.routes) {
    if (method === 'ALL') continue
    methods.set(path, (methods.get(path) ?? new Set()).add(method))
  }
  // Paths without a parameter first: `/emails/undo` is no `/emails/{id}`.
  const exactFirst = [...methods].sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))
  for (const [path, allowed] of exactFirst) {
    api.all(path, (c) => {
      const refusal = problemResponse(new AppError('method_not_allowed'), spokenBy(c))
      refusal.headers.set('allow', [...allowed].join(', '))
      return refusal
    })
  }
}
