import { linkToken } from '#server/mail/link-token.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

type RecoveryName =
  | 'recovery-started'
  | 'recovery-reminder'
  | 'recovery-ready'
  | 'recovery-cancelled'
  | 'recovery-completed'

/** Letters about a recovery with only a mailbox. The letters of a live recovery have the link that cancels it. */
export const RECOVERY: Writers<RecoveryName> = {
  'recovery-started': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [
        say('started', { product: desk.product }),
        say('startedWait', { readyAt: moment(desk, params.readyAt) }),
        say('startedYou'),
      ],
      facts: scene(desk, params, 'started'),
      links: toCancel(desk, params.recoveryId),
      ifNotYou: [say('stop'), say('mailbox')],
    }
  },
  'recovery-reminder': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [say('waiting', { product: desk.product, readyAt: moment(desk, params.readyAt) }), say('waitingYou')],
      facts: scene(desk, params, 'started'),
      links: toCancel(desk, params.recoveryId),
      ifNotYou: [say('stop'), say('mailbox')],
    }
  },
  'recovery-ready': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [
        say('ready', { product: desk.product, closesAt: moment(desk, params.closesAt) }),
        say('readyHow', { page: desk.page('/recover') }),
        say('readyReplaces'),
      ],
      facts: scene(desk, params, 'started'),
      links: toCancel(desk, params.recoveryId),
      ifNotYou: [say('stillTime'), say('mailbox')],
    }
  },
  'recovery-cancelled': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [say('cancelled', { product: desk.product })],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('happened'), url: desk.page('/account/activity') }],
      ifNotYou: [say('cancelledNotYou', { page: desk.page('/recover') })],
    }
  },
  'recovery-completed': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [say('completed', { product: desk.product }), say('completedHold')],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('check'), url: desk.page('/account') }],
      ifNotYou: [say('completedNotYou', { page: desk.page('/recover') })],
    }
  },
}

function toCancel({ words, page, keys }: Desk, recoveryId: string): Link[] {
  return [
    { label: words('recoveryLetters')('link'), url: page(`/recover/cancel/${linkToken(keys, 'cancel', recoveryId)}`) },
  ]
}
