import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Config } from '#server/config/config.ts'
import { visitor } from '#server/http/edge/caller.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { addExamples } from '#server/http/docs/examples.ts'
import { exampleProblem, PROBLEM_CODES } from '#server/http/docs/problem-docs.ts'
import { cookieName } from '#server/callers/cookie-name.ts'
import { TAGS, DESCRIPTION } from '#server/http/docs/introduction.ts'
import { PROBLEM, OAUTH_ERROR, OAUTH_EXAMPLE } from '#server/http/docs/components.ts'

/** Returns the OpenAPI 3.1 document, built from the routes. */
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
    name: cookieName(config, 'session'),
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

/** The route that returns the document, which is built once. */
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
