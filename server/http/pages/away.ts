import { AsyncLocalStorage } from 'node:async_hooks'
import { isUnavailable } from '#server/errors.ts'
import { RETRY_SECONDS } from '#server/http/edge/to-refusal.ts'
import type { Answer } from '#server/http/pages/answer.ts'
import type { World } from '#server/world.ts'

/** Whether the database was unavailable for the page that is being rendered. */
const rendering = new AsyncLocalStorage<{ away: boolean }>()

/** Returns the database so that a page learns when it was unavailable. */
export function noteAway(db: World['db']): World['db'] {
  const noted = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      const page = rendering.getStore()
      if (page && isUnavailable(error)) page.away = true
      throw error
    }
  }
  return {
    ...db,
    read: (work) => noted(db.read(work)),
    transaction: (work, options) => noted(db.transaction(work, options)),
  }
}

/**
 * Returns what answers with a page, with 503 and `Retry-After` if it could not be rendered because the database was
 * unavailable. Next answers any error with 500.
 */
export function tellAway(render: Answer): Answer {
  return (request, response) => {
    const page = { away: false }
    const writeHead = response.writeHead.bind(response)
    response.writeHead = (status: number, ...others: unknown[]) => {
      const away = status === 500 && page.away
      if (away) response.setHeader('retry-after', String(RETRY_SECONDS))
      // The overloads of `writeHead` differ only in what follows the status.
      return writeHead(away ? 503 : status, ...(others as []))
    }
    return rendering.run(page, () => render(request, response))
  }
}
