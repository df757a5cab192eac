import { groupCommits, type QueuedTransaction, type Queue } from '#db/engine/sqlite/commit-queue.ts'

export const BUSY = 'somebody else writes'

/** A connection that only records its calls, and fails on request. */
export function makeConnection(failing: (step: string) => void = () => {}) {
  const steps: string[] = []
  let open = false
  const step = (name: string, after = open) => {
    steps.push(name)
    failing(name)
    open = after
  }
  const queue = groupCommits({
    beforeBegin: () => undefined,
    begin: (durable) => step(durable ? 'begin durable' : 'begin', true),
    commit: () => step('commit', false),
    rollback: () => step('rollback', false),
    mark: () => step('mark', open),
    release: () => step('release', open),
    undo: () => step('undo', open),
    isBusy: (reason) => String(reason) === `Error: ${BUSY}`,
    isOpen: () => open,
  })
  return { steps, queue, lose: () => void (open = false) }
}

/** Queues a transaction, and returns its outcome. */
export function ask(
  queue: Queue,
  { durable = true, until = performance.now() + 5_000, run = async () => {} }: Partial<QueuedTransaction> = {},
): Promise<string> {
  return new Promise((resolve) =>
    queue.add({ durable, until, run, done: () => resolve('done'), failed: (reason) => resolve(String(reason)) }),
  )
}

export const failing =
  (step: string, times = 1) =>
  (name: string) => {
    if (name === step && times-- > 0) throw new Error(`${step} failed`)
  }

export const rejecting = async () => Promise.reject(new Error('no'))
