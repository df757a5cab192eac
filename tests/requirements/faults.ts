import type { Item, Titled } from '#tests/requirements/item.ts'

/** All mismatches between requirements and tests: an item without a test, or a misleading reason or number. */
export function faultsIn(items: Item[], titles: Titled[], hasHeading: (place: string) => boolean): string[] {
  const known = new Map(items.map((item) => [item.id, item]))
  const tested = new Set(titles.flatMap(({ ids }) => ids))
  const faults: string[] = []

  for (const { id, under = [], written, otherwise, notApplicable, notMet } of items) {
    const shown = tested.has(id) || under.length > 0
    const excused = notApplicable ?? notMet
    if (!shown && !written && !excused) faults.push(`${id} has neither a test nor a reason`)
    if (excused && (shown || written)) faults.push(`${id} has a reason and is shown all the same`)
    if (notApplicable && notMet) faults.push(`${id} has two reasons`)
    if (otherwise && !shown) faults.push(`${id} is done otherwise, which no test shows`)
    if (written && !hasHeading(written)) faults.push(`${id} is written at ${written}, which is not there`)
    for (const other of under) if (!tested.has(other)) faults.push(`${id} counts on ${other}, which no test carries`)
  }
  for (const { id } of items) if (items.filter((item) => item.id === id).length > 1) faults.push(`${id} is there twice`)
  for (const { file, title, ids } of titles)
    for (const id of ids) if (!known.has(id)) faults.push(`${file}: “${title}” names ${id}, which is no requirement`)
  return [...new Set(faults)]
}
