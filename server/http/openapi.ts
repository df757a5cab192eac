import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Config } from '#server/config.ts'
import type { Edge } from '#server/http/edge.ts'
import { sessionCookieName } from '#server/http/session-cookie.ts'

/** The API's own description (OpenAPI 3.1), made from the routes. */
export function openapiDocument(config: Config, product: Pick<OpenAPIHono<Edge>, 'getOpenAPI31Document' | 'openAPIRegistry'>): object {
  product.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: sessionCookieName(config) })
  return product.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: `${config.rp.name}: the API`, version: '1', description: 'Writes take JSON, ask for our own Origin and are refused with problem details (RFC 9457).' },
    servers: [{ url: `${config.origin}/api` }],
  })
}
