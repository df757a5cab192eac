import type { Letters } from '#server/mail/letter-types.ts'
import type { Words } from '#server/words/translate.ts'
import { aName } from '#server/mail/plain.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'
import type { Desk, Fact, Link, Writers } from '#server/mail/sheet.ts'

/** Letters about what administrators do. */
export const ADMINISTRATION: Writers<'administered' | 'access-changed' | 'access-rule-changed' | 'roles-changed'> = {
  administered: ({ params }, desk) => {
    const say = desk.words('adminLetters')
    const { act, by, admin, reason, role, until } = params
    const facts: Fact[] = []
    if (reason) facts.push({ label: say('reason'), value: aName(reason) })
    if (until !== undefined) facts.push({ label: say('until'), value: moment(desk, until) })
    return {
      paragraphs: [
        say(`acts.${act}`, {
          product: desk.product,
          by: by === 'operator' ? 'operator' : admin ? 'named' : 'admin',
          admin: aName(admin ?? ''),
          role: role ? desk.words('activity')(`roles.${role}`) : '',
        }),
        say(`means.${act}`),
        say('question'),
      ],
      facts: [...facts, ...scene(desk, params)],
      // Whoever is suspended cannot open the page.
      links: act === 'suspended' ? [] : toActivity(desk),
    }
  },
  'access-changed': ({ params }, desk) => {
    const say = desk.words('adminLetters')
    const { change, access, until } = params
    const facts = { by: actorOf(params, desk), name: aName(access.name), app: aName(access.app ?? '') }
    return {
      paragraphs: [
        accessOf(params, facts, say),
        change === 'given'
          ? say('accessMeans.given', { product: desk.product })
          : say('accessMeans.taken', { product: desk.product }),
        say('question'),
      ],
      facts: [
        ...(until === undefined ? [] : [{ label: say('until'), value: moment(desk, until) }]),
        ...scene(desk, params),
      ],
      links: toActivity(desk),
    }
  },
  'access-rule-changed': ({ params }, desk) => {
    const say = desk.words('adminLetters')
    const { rule, name, app } = params
    const facts = { by: actorOf(params, desk), name: aName(name), app: aName(app ?? '') }
    return {
      paragraphs: [say(`rules.${rule}`, facts), say('owners'), say('ownersNotYou')],
      facts: scene(desk, params),
    }
  },
  'roles-changed': ({ params }, desk) => {
    const say = desk.words('adminLetters')
    const { change, address, role } = params
    return {
      paragraphs: [
        say(`changes.${change}`, {
          product: desk.product,
          address,
          role: role ? desk.words('activity')(`roles.${role}`) : '',
        }),
        say('owners'),
        say('ownersNotYou'),
      ],
      facts: scene(desk, params),
    }
  },
}

/** Who acted: an administrator with their name, if they have one, or the operator. */
function actorOf({ by, admin }: { by: 'admin' | 'operator'; admin?: string }, { words, product }: Desk): string {
  const who = by === 'operator' ? 'operator' : admin ? 'named' : 'admin'
  return words('adminLetters')(`by.${who}`, { product, admin: aName(admin ?? '') })
}

/** What somebody was given or lost. Each sentence is named by itself: types of several at once take the compiler long. */
function accessOf(
  { change, access }: Letters['access-changed'],
  facts: { by: string; name: string; app: string },
  say: Words<'adminLetters'>,
): string {
  if (access.what === 'group')
    return change === 'given' ? say('access.groupGiven', facts) : say('access.groupTaken', facts)
  return change === 'given' ? say('access.roleGiven', facts) : say('access.roleTaken', facts)
}

function toActivity({ words, page }: Desk): Link[] {
  return [{ label: words('letters')('happened'), url: page('/account/activity') }]
}
