import { type Answered, type Document, holdTo, type Operation } from '#tests/helpers/document.ts'
import type { Schema } from '#tests/helpers/schema-faults.ts'
import { send } from './http.ts'

/** One endpoint as the API's own document lists it. */
export type Endpoint = {
  method: string
  template: string
  operation: Operation
  body: Schema | undefined
  /** The schema of an URL-encoded form, where the endpoint takes one. */
  form: Schema | undefined
  pipeline: Operation['x-pipeline']
  signedIn: boolean
}
export type Api = {
  endpoints: Endpoint[]
  schemas: Record<string, Schema>
  /** Where an answer departs from the document. */
  faultsOf: (answered: Answered) => string[]
}

/** Everything there is to attack, and what may come back, as the server describes itself. Of the testers' routes only the form is attacked. */
export async function readApi(port: number): Promise<Api> {
  const { text } = await send(port, { method: 'GET', path: '/api/openapi.json' })
  // The document the API writes about itself.
  const document = JSON.parse(text) as Document
  const endpoints = Object.entries(document.paths)
    .filter(([template]) => !template.startsWith('/testing/') || template === '/testing/form')
    .flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        template,
        operation,
        body: operation.requestBody?.content['application/json']?.schema,
        form: operation.requestBody?.content['application/x-www-form-urlencoded']?.schema,
        pipeline: operation['x-pipeline'],
        signedIn: operation.security.length > 0,
      })),
    )
  return { endpoints, schemas: document.components.schemas, faultsOf: holdTo(document) }
}

/** JSON, or nothing where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
