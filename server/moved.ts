/**
 * Returns why no server may start on a database, in words that begin with its name: it was moved to another engine, or a
 * move to it is not finished. Undefined if it may. A server on both would give every account two histories.
 */
export function movedFault(
  name: string,
  { moved, arriving }: { moved: string | undefined; arriving: string | undefined },
): string | undefined {
  if (moved !== undefined) return `${name} was moved to ${moved}: start with that one instead`
  if (arriving !== undefined) return `${name} has an unfinished move from ${arriving}: run the same move again`
  return undefined
}
