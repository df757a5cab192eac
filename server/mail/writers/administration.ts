import { aName } from '#server/mail/plain.ts'
import { moment, scene } from '#server/mail/writers/scene.ts'
import type { Desk, Fact, Link, Writers } from '#server/mail/sheet.ts'

/** Letters about what administrators do. */
export const ADMINISTRATION: Writers<'administered' | 'roles-changed'> = {
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

function toActivity({ words, page }: Desk): Link[] {
  return [{ label: words('letters')('happened'), url: page('/account/activity') }]
}
