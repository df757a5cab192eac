import { cancelToken } from '#server/mail/cancel-token.ts'
import { hoursBetween, moment, scene } from '#server/mail/writers/scene.ts'
import type { Desk, Link, Writers } from '#server/mail/sheet.ts'

type RecoveryName =
  | 'recovery-started'
  | 'recovery-reminder'
  | 'recovery-ready'
  | 'recovery-cancelled'
  | 'recovery-completed'
  | 'account-taken-back'

/** Letters about a recovery with only a mailbox. The letters of a live recovery have the link that cancels it. */
export const RECOVERY: Writers<RecoveryName> = {
  'recovery-started': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [
        say('started', { product: desk.product, address: params.address }),
        say('startedWait', {
          hours: hoursBetween(params.at, params.readyAt),
          readyAt: moment(desk, params.readyAt),
        }),
        say('startedYou'),
      ],
      facts: scene(desk, params, 'started'),
      links: toCancel(desk, params),
      ifNotYou: [say(params.emailId === undefined ? 'stopByTouch' : 'stop'), say('mailbox')],
    }
  },
  'recovery-reminder': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [
        say('waiting', {
          product: desk.product,
          address: params.address,
          hours: hoursBetween(params.at, params.readyAt),
          readyAt: moment(desk, params.readyAt),
        }),
        say('waitingYou'),
      ],
      facts: scene(desk, params, 'started'),
      links: toCancel(desk, params),
      ifNotYou: [say(params.emailId === undefined ? 'stopByTouch' : 'stop'), say('mailbox')],
    }
  },
  'recovery-ready': ({ to, params }, desk) => {
    const say = desk.words('recoveryLetters')
    // Only this address gets the code that completes it.
    const asked = to === params.address
    return {
      paragraphs: [
        say(asked ? 'ready' : 'readyOther', {
          product: desk.product,
          address: params.address,
          closesAt: moment(desk, params.closesAt),
        }),
        ...(asked ? [say('readyHow')] : []),
        say('readyReplaces'),
      ],
      facts: scene(desk, params, 'started'),
      links: [...(asked ? [{ label: say('goOn'), url: desk.page('/recover') }] : []), ...toCancel(desk, params)],
      ifNotYou: [say(params.emailId === undefined ? 'stopByTouch' : 'stillTime'), say('mailbox')],
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
      paragraphs: [say('completed', { product: desk.product }), say('completedYou')],
      facts: scene(desk, params),
      links: [{ label: say('takeBack'), url: desk.page('/sign-in') }],
      ifNotYou: [
        say('completedNotYou', { until: moment(desk, params.until) }),
        say('completedNoPasskey', { page: desk.page('/recover') }),
      ],
    }
  },
  'account-taken-back': ({ params }, desk) => {
    const say = desk.words('recoveryLetters')
    return {
      paragraphs: [say('takenBack', { product: desk.product }), say('takenBackWhat')],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('check'), url: desk.page('/account') }],
      ifNotYou: [say('takenBackNotYou', { page: desk.page('/recover') })],
    }
  },
}

/** The link that cancels, for the address that asked and the main one. Others confirm with a way in on their account. */
function toCancel(
  { words, page, keys }: Desk,
  { recoveryId, emailId }: { recoveryId: string; emailId?: string },
): Link[] {
  const say = words('recoveryLetters')
  if (emailId === undefined) return [{ label: say('toAccount'), url: page('/account') }]
  return [{ label: say('link'), url: page(`/recover/cancel/${cancelToken(keys, { recoveryId, emailId })}`) }]
}
