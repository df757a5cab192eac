import { moment, scene } from '#server/mail/writers/scene.ts'
import type { Writers } from '#server/mail/sheet.ts'

/** Letters about an account as a whole. */
export const ACCOUNT: Writers<
  | 'already-have-account'
  | 'account-deletion-started'
  | 'account-deletion-undone'
  | 'account-deleted'
  | 'data-exported'
  | 'letters-chosen'
> = {
  'already-have-account': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    return {
      paragraphs: [say('exists', { product: desk.product }), say('existsHint')],
      facts: scene(desk, params),
      links: [
        { label: desk.words('letters')('signIn'), url: desk.page('/sign-in') },
        { label: say('cannot'), url: desk.page('/recover') },
      ],
      ifNotYou: [say('existsNotYou')],
    }
  },
  'account-deletion-started': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    return {
      paragraphs: [
        say('deletion', { product: desk.product, deleteAt: moment(desk, params.deleteAt) }),
        say('deletionHint'),
      ],
      facts: scene(desk, params, 'askedFor'),
      links: [{ label: say('keep'), url: desk.page('/sign-in') }],
      ifNotYou: [say('deletionNotYou')],
    }
  },
  'account-deletion-undone': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    return {
      paragraphs: [say('kept', { product: desk.product })],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('check'), url: desk.page('/account') }],
      ifNotYou: [say('keptNotYou')],
    }
  },
  'account-deleted': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    return {
      paragraphs: [say('deleted', { product: desk.product }), say('deletedHint', { product: desk.product })],
      facts: scene(desk, params),
    }
  },
  'data-exported': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    return {
      paragraphs: [say('exported', { product: desk.product })],
      facts: scene(desk, params),
      links: [{ label: desk.words('letters')('happened'), url: desk.page('/account/activity') }],
      ifNotYou: [say('exportedNotYou')],
    }
  },
  'letters-chosen': ({ params }, desk) => {
    const say = desk.words('accountLetters')
    const change = params.quiet.length === 0 ? [say('loud')] : params.quiet.map((letter) => say(`off.${letter}`))
    return {
      paragraphs: [say('chosen', { product: desk.product }), ...change, say('always')],
      facts: scene(desk, params),
      links: [{ label: say('choose'), url: desk.page('/account/emails') }],
      ifNotYou: [say('chosenNotYou')],
    }
  },
}
