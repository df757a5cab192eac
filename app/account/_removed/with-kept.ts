import { answer, api } from '#app/_ui/api/api.ts'
import type { RemovedWay } from '#app/_web/own.ts'

type Kept = { id: string }

/**
 * Runs an act that takes something away, and returns its answer and the id under which what was taken away is kept. Nothing is
 * kept that had not settled, and an id that cannot be read is missing too: the act is done all the same.
 */
export async function withKept<Answer>(
  list: () => Promise<Kept[]>,
  act: () => Promise<Answer>,
): Promise<{ answered: Answer; kept: string | undefined }> {
  const before = await list().catch(() => undefined)
  const answered = await act()
  const after = before && (await list().catch(() => undefined))
  const kept = after?.find(({ id }) => before?.every((old) => old.id !== id))
  return { answered, kept: kept?.id }
}

/** Lists the removed ways in of a kind. */
export async function removedOfKind(kind: RemovedWay['kind']): Promise<Kept[]> {
  const { removed } = await answer(api.removed.$get())
  return removed.filter((way) => way.kind === kind)
}

/** Lists the removed addresses. */
export async function removedEmails(): Promise<Kept[]> {
  return (await answer(api.emails.$get())).removed
}
