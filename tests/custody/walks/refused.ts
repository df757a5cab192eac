import { rows } from '#tests/server/passkeys/rows.ts'
import {
  at,
  CODE,
  EMAIL,
  EMAILS,
  isLive,
  keptOf,
  MAIN,
  NEW,
  OWN_EMAIL,
  RECOVERY,
  WAYS,
} from '#tests/custody/model/state.ts'
import type { Move, Turn } from '#tests/custody/model/turn.ts'
import { credentialIdOf, type Scene } from './scene.ts'

const WAY_TARGETS = WAYS.map((_, target) => ({ target }))
const EMAIL_TARGETS = EMAILS.map((_, target) => ({ target }))

/** Every act with every target and every address that could prove it. */
const EVERYTHING: Omit<Move, 'player'>[] = [
  { act: 'add_passkey' },
  { act: 'add_email' },
  { act: 'delete_account' },
  { act: 'cancel_recovery' },
  ...WAY_TARGETS.flatMap(({ target }) => [
    { act: 'remove_way_in' as const, target },
    { act: 'remove_way_in' as const, target, final: true as const },
    { act: 'bring_back_way' as const, target },
    { act: 'take_back' as const, target },
  ]),
  ...EMAIL_TARGETS.flatMap(({ target }) => [
    { act: 'promote_email' as const, target },
    { act: 'remove_email' as const, target },
    { act: 'bring_back' as const, target },
    { act: 'start_recovery' as const, target },
    { act: 'complete_recovery' as const, target, by: target },
    ...EMAIL_TARGETS.map(({ target: by }) => ({ act: 'cancel_recovery' as const, target, by })),
  ]),
]

/** Returns every move that a player may not do, and that the product must refuse. */
export async function refusedMoves(scene: Scene, turn: Turn, offered: Move[]): Promise<Move[]> {
  const known = new Set(offered.map(nameOf))
  const others = await countOthers(scene)
  return EVERYTHING.map((move): Move => ({ player: turn.player, ...move })).filter(
    (move) => !known.has(nameOf(move)) && !isHarmless(turn, move, others),
  )
}

function nameOf({ act, target, by, final }: Move): string {
  return [act, target, by, final].join()
}

/** What the product answers with success, because it changes nothing or the model has no such thing. */
function isHarmless(
  { state, isIn, player, game: { ages } }: Turn,
  { act, target = 0, final }: Move,
  others: number,
): boolean {
  switch (act) {
    case 'add_passkey':
      // A player of the model has one new passkey.
      return isIn && at(state, NEW[player]) > 0
    case 'add_email':
      return isIn && keptOf(at(state, EMAIL + OWN_EMAIL[player]), ages) !== undefined
    case 'promote_email':
      return target === at(state, MAIN)
    case 'start_recovery':
      // To ask again changes nothing.
      return at(state, RECOVERY + target) > 0
    case 'take_back':
      // A way in that is live signs in, and one that is unknown has nothing to sign in with.
      return at(state, target) === 0 || isLive(at(state, target), ages)
    case 'remove_way_in':
      // For good it is removed in two steps. The last way in of the model is not the last one beside others.
      return isLive(at(state, target), ages) && (final === true || others > 0)
    default:
      return false
  }
}

/** Returns how many ways in the account has that nobody holds: a lost passkey, and the backup codes of a recovery. */
async function countOthers({ world, userId, devices }: Scene): Promise<number> {
  const known = devices.flat().map(credentialIdOf)
  const passkeys = await rows<{ id: string }>(
    world,
    'select credential_id as id from passkeys where user_id = ?',
    userId,
  )
  const codes = await rows(world, 'select 1 from backup_codes where user_id = ?', userId)
  return passkeys.filter(({ id }) => !known.includes(id)).length + codes.length
}

/**
 * Whether a move that the model offers is left out. The product removes for good in two steps, each with a touch, so
 * nobody does that with the only thing they touch with. An address that is kept is not added as a new one at the same
 * time, because the model then forgets what is kept.
 */
export function isLeftOut({ state, player, game: { ages } }: Turn, { act, target = 0, final }: Move): boolean {
  if (act === 'add_email') return keptOf(at(state, EMAIL + OWN_EMAIL[player]), ages) !== undefined
  if (act !== 'remove_way_in' || !final || !isLive(at(state, target), ages)) return false
  const own = player === 'owner' ? [0, CODE, NEW.owner] : [NEW.attacker, 4]
  return own.every((way) => way === target || at(state, way) !== ages.settled)
}
