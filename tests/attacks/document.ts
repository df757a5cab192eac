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
  /** The differences between an answer and the document. */
  faultsOf: (answered: Answered) => string[]
}

/** Every endpoint to attack and its allowed answers, as the server describes itself. Of the testing routes only the form is attacked. */
export async function readApi(port: number): Promise<Api> {
  const { text } = await send(port, { method: 'GET', path: '/api/openapi.json' })
  // The API's own document.
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

/** The JSON, or nothing if the text is not JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
