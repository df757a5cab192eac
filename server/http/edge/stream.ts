import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'

/**
 * Returns an answer as a stream of JSON. A member whose value comes in pages is written page by page, each when the reader
 * takes it, so that a long answer is never in memory as a whole and other requests have their turn. The schema drops every
 * member that it does not list.
 */
export function streamOf(schema: z.ZodType | undefined, answer: unknown): ReadableStream<Uint8Array> {
  if (!(schema instanceof z.ZodObject)) throw new Error('Only an object can be streamed.')
  const pieces = piecesOf(schema, answer as Record<string, unknown>)
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await nextTurn()
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

async function* piecesOf({ shape }: z.ZodObject, answer: Record<string, unknown>): AsyncGenerator<string, void> {
  let separator = '{'
  for (const [name, schema] of Object.entries(shape)) {
    const value = answer[name]
    if (value === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    if (isInPages(value)) yield* listOf(schema as z.ZodType, value)
    else yield JSON.stringify((schema as z.ZodType).parse(value))
    separator = ','
  }
  yield '}'
}

async function* listOf(schema: z.ZodType, pages: AsyncIterable<unknown[]>): AsyncGenerator<string, void> {
  let separator = '['
  for await (const page of pages) {
    if (page.length === 0) continue
    yield separator + JSON.stringify(schema.parse(page)).slice(1, -1)
    separator = ','
  }
  yield separator === '[' ? '[]' : ']'
}

function isInPages(value: unknown): value is AsyncIterable<unknown[]> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
