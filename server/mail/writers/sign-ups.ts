import { invitedPath } from '#server/mail/invitation-token.ts'
import type { Letters } from '#server/mail/letter-types.ts'
import { aName } from '#server/mail/plain.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'
import type { Desk, Writers } from '#server/mail/sheet.ts'

/** Letters about who may sign up, to newcomers and to those who decide. */
export const SIGN_UPS: Writers<
  | 'address-not-allowed'
  | 'sign-up-waiting'
  | 'sign-up-approved'
  | 'sign-up-declined'
  | 'invitation'
  | 'sign-up-changed'
  | 'people-waiting'
> = {
  'address-not-allowed': ({ params }, desk) => {
    const say = desk.words('signUpLetters')
    return {
      paragraphs: [say('notAllowed', { product: desk.product }), say('notAllowedHint')],
      facts: scene(desk, params),
      ifNotYou: [say('ignore')],
    }
  },
  'sign-up-waiting': ({ params }, desk) => {
    const say = desk.words('signUpLetters')
    return {
      paragraphs: [say('waiting', { product: desk.product }), say('waitingHint')],
      facts: scene(desk, params),
    }
  },
  'sign-up-approved': (_, desk) => {
    const say = desk.words('signUpLetters')
    return {
      paragraphs: [say('approved', { product: desk.product }), say('approvedHint')],
      links: [{ label: desk.words('letters')('signIn'), url: desk.page('/sign-in') }],
    }
  },
  'sign-up-declined': (_, desk) => {
    const say = desk.words('signUpLetters')
    return { paragraphs: [say('declined', { product: desk.product }), say('declinedHint', { product: desk.product })] }
  },
  invitation: ({ params }, desk) => {
    const say = desk.words('signUpLetters')
    const { invitationId, expiresAt } = params
    return {
      paragraphs: [
        say('invited', { product: desk.product, ...actor(params) }),
        say('invitedHint'),
        say('invitedIgnore'),
      ],
      facts: [{ label: say('until'), value: moment(desk, expiresAt) }],
      links: [{ label: say('accept'), url: desk.page(invitedPath(desk.keys, invitationId)) }],
    }
  },
  'sign-up-changed': ({ params }, desk) => {
    const say = desk.words('signUpLetters')
    const { mode, domains } = params
    return {
      paragraphs: [
        say('changed', { product: desk.product, ...actor(params) }),
        say(`modes.${mode}`),
        desk.words('adminLetters')('owners'),
        desk.words('adminLetters')('ownersNotYou'),
      ],
      facts: [
        ...(mode === 'domain' ? [{ label: say('domains'), value: aName(domains.join(', ')) }] : []),
        when(desk, params),
      ],
    }
  },
  'people-waiting': ({ params }, desk) => {
    const say = desk.words('signUpLetters')
    return {
      paragraphs: [say('people', { product: desk.product }), say('peopleHint')],
      facts: [when(desk, params)],
      links: [{ label: say('decide'), url: desk.page('/admin/approvals') }],
    }
  },
}

function actor({ by, admin }: Pick<Letters['invitation'], 'by' | 'admin'>) {
  return { by: by === 'operator' ? 'operator' : admin ? 'named' : 'admin', admin: aName(admin ?? '') }
}

function when(desk: Desk, { at }: { at: number }) {
  return { label: desk.words('letters')('when'), value: moment(desk, at) }
}
