import { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { Config } from '#server/config/config.ts'
import { isLoopback } from '#server/config/loopback.ts'
import { AppError } from '#server/errors.ts'
import { openapiDocument } from '#server/http/docs/openapi.ts'
import { languageFor } from '#server/http/edge/context.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { admit } from '#server/http/edge/pipelines/admit.ts'
import { browser, machine } from '#server/http/edge/pipelines/pipeline.ts'
import { answerPreflight } from '#server/http/edge/pipelines/preflight.ts'
import { problemResponse } from '#server/http/edge/problems.ts'
import { answerError } from '#server/http/edge/refuse.ts'
import { API_HEADERS, securityHeaders } from '#server/http/edge/security-headers.ts'
import { productRoutes } from '#server/http/routes/all.ts'
import { testingRoutes } from '#server/http/routes/testing.ts'
import { wellKnown } from '#server/http/routes/well-known.ts'
import type { World } from '#server/world.ts'

/** Every product route below /api, for the typed client. */
export type Api = ReturnType<typeof mountedBelowApi>
type Routes = ReturnType<typeof productRoutes>
/** Routes besides the product's, for tests of the edge. */
type More = Parameters<Routes['openapiRoutes']>[0]

/** Returns the whole HTTP API over a world, as a function from request to response. */
export function createApi(world: World, more: More = []): OpenAPIHono<Edge> {
  const api = new OpenAPIHono<Edge>()
  api.onError((error, c) => answerError(error, c))
  api.use(prepare(world))

  const product = routes(world.config)
  product.openapiRoutes(more)
  if (world.config.testing) api.use('/api/testing/*', onlyFromHere)
  api.route('/', mountedBelowApi(product))
  api.use('/.well-known/*', admit(machine()))
  api.route('/', wellKnown(world.config))
  refuseOtherMethods(api, preflightPaths(product))
  api.all('*', admit(browser()), (c) => problemResponse(new AppError('not_found'), languageFor(c)))
  return api
}

/** Returns the OpenAPI document for a configuration. */
export function describeApi(config: Config): object {
  return openapiDocument(config, routes(config))
}

/** Every route. Testing routes exist in testing mode only. */
function routes({ testing }: Pick<Config, 'testing'>): Routes {
  const product = productRoutes()
  if (testing) product.openapiRoutes(testingRoutes)
  return product
}

function mountedBelowApi(product: Routes) {
  return new OpenAPIHono<Edge>().route('/api', product)
}

/** Gives every request the world, and every answer its headers. */
function prepare(world: World) {
  const all = { ...API_HEADERS, ...securityHeaders(world.config) }
  return createMiddleware<Edge>(async (c, next) => {
    c.set('world', world)
    c.set('headers', all)
    c.set('cookies', [])
    await next()
    if (c.get('complete')) return
    // Refusals and a few plain answers do not set them.
    for (const [name, value] of Object.entries(c.get('headers'))) c.res.headers.set(name, value)
  })
}

/** Refuses what does not come over the loopback of this machine, as if the testing routes did not exist. */
const onlyFromHere = createMiddleware<Edge>(async (c, next) => {
  if (!isLoopback(c.env?.ip)) throw new AppError('not_found')
  await next()
})

/** Answers 405 to methods that a path does not have, with `Allow`. */
function refuseOtherMethods(api: OpenAPIHono<Edge>, preflights: Set<string>): void {
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of api.routes) {
    if (method === 'ALL') continue
    methods.set(path, (methods.get(path) ?? new Set()).add(method))
  }
  // Paths without a parameter come first: `/emails/undo` must not match `/emails/{id}`.
  const exactFirst = [...methods].toSorted(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))
  for (const [path, allowed] of exactFirst) {
    // Without this header it is no preflight (Fetch, CORS-preflight request).
    if (preflights.has(path))
      api.options(path, (c, next) =>
        c.req.header('access-control-request-method') === undefined ? next() : answerPreflight(c, allowed),
      )
    api.all(path, admit(browser()), (c) => {
      const refusal = problemResponse(new AppError('method_not_allowed'), languageFor(c))
      refusal.headers.set('allow', [...allowed].join(', '))
      return refusal
    })
  }
}

/** The paths that scripts of any origin may call. */
function preflightPaths(product: Routes): Set<string> {
  const open = product.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' && definition.route['x-cors'] === true ? [definition.route.path] : [],
  )
  return new Set(open.map((path) => `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`))
}
