import { moment } from '#server/mail/writers/scene.ts'
import type { Desk, Fact, Writers } from '#server/mail/sheet.ts'

/** The letter that gathers many notices, with one line for each kind, and the one that tests whether letters arrive. */
export const NOTICES: Writers<'several-notices' | 'test-letter'> = {
  'test-letter': ({ params }, desk) => ({
    paragraphs: [desk.words('noticeLetters')('test', { product: desk.product })],
    facts: [{ label: desk.words('letters')('when'), value: moment(desk, params.at) }],
  }),
  'several-notices': ({ params }, desk) => {
    const say = desk.words('noticeLetters')
    const kinds = Map.groupBy(params.notices, ({ letter }) => desk.words('letters')(`titles.${letter}`))
    return {
      paragraphs: [say('intro', { product: desk.product })],
      facts: [...kinds].map(([label, notices]) =>
        fact(
          desk,
          label,
          notices.map(({ at }) => at),
        ),
      ),
      links: [{ label: desk.words('letters')('happened'), url: desk.page('/account/activity') }],
      ifNotYou: [say('notYou')],
    }
  },
}

function fact(desk: Desk, label: string, times: number[]): Fact {
  const say = desk.words('noticeLetters')
  const [first, last] = [moment(desk, Math.min(...times)), moment(desk, Math.max(...times))]
  if (times.length === 1) return { label, value: first }
  return {
    label,
    value:
      first === last
        ? say('times', { count: times.length, first })
        : say('timesUntil', { count: times.length, first, last }),
  }
}
