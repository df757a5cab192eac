import type { Touch, TouchedAct } from '#server/touches.ts'

/** A ceremony that takes the account back, how and when the way in was taken away, and until when it works. */
export type TakeBack = { ceremony: string; cause: 'recovery' | 'removed'; retiredAt: number; until: number }

/** A refusal of the server: its code to decide by, its sentence (in the person's language) to show. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly sentence: string | undefined
  /** After how many seconds it is worth trying again. */
  readonly retryAfter: number | undefined
  /** What a settled way in has to be used for first. */
  readonly touch: Touch | undefined
  /** What takes the account back. Times are epoch milliseconds. */
  readonly takeBack: TakeBack | undefined

  constructor({
    code,
    status,
    sentence,
    retryAfter,
    touch,
    takeBack,
  }: {
    code: string
    status: number
    sentence: string | undefined
    retryAfter?: number
    touch?: Touch
    takeBack?: TakeBack
  }) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.sentence = sentence
    this.retryAfter = retryAfter
    this.touch = touch
    this.takeBack = takeBack
  }
}

/** Reads the problem out of an answer that is not ok (RFC 9457), whatever a proxy in between made of it. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  const said = isRecord(body) ? body : {}
  return new Problem({
    status: response.status,
    code: typeof said.code === 'string' ? said.code : 'unreadable',
    sentence: [said.detail, said.title].find((text) => typeof text === 'string' && text !== '')?.toString(),
    retryAfter: typeof said.retryAfter === 'number' ? said.retryAfter : undefined,
    touch: isAct(said.act)
      ? { act: said.act, target: typeof said.target === 'string' ? said.target : undefined }
      : undefined,
    takeBack: takeBackIn(said),
  })
}

function takeBackIn({ ceremony, cause, retiredAt, until }: Record<string, unknown>): TakeBack | undefined {
  if (typeof ceremony !== 'string' || typeof retiredAt !== 'number' || typeof until !== 'number') return undefined
  return { ceremony, cause: cause === 'removed' ? cause : 'recovery', retiredAt, until }
}

function isAct(value: unknown): value is TouchedAct {
  // Only our own server answers, and its document lists the acts.
  return typeof value === 'string' && value !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
