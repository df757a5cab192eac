import { existsSync } from 'node:fs'
import { RULES } from '#server/custody/rules.ts'
import { chance } from '#tests/attacks/scale.ts'
import { eachOf } from '#tests/custody/model/acts.ts'
import { EXACT } from '#tests/custody/model/scale.ts'
import { gameOf, nameOf, PROMISED, startOf, UNDECIDED } from '#tests/custody/model/scenarios.ts'
import { signedIn } from '#tests/custody/model/solve.ts'
import { at, isLive, NEW, nextDay, OLD, type State } from '#tests/custody/model/state.ts'
import { inWords } from '#tests/custody/model/story.ts'
import { type Move, turnOf } from '#tests/custody/model/turn.ts'
import { openWorld, type TestWorld } from '#tests/helpers/world.ts'
import { DAY, MINUTE } from '#tests/server/second-factor/steps.ts'
import { playMove } from './play-move.ts'
import { signInAs } from './proofs.ts'
import { isLeftOut, refusedMoves } from './refused.ts'
import { keepHouse, type Scene, setScene } from './scene.ts'
import { differences, shownByModel, shownByProduct } from './show.ts'

/** Sessions that do not end by themselves, and no limits per IP address. */
const SETTINGS = { LIMIT_SCALE: '1000', SESSION_IDLE: '400d', SESSION_MAX: '400d' }
const MEMORY = '/dev/shm'

/** Makes a world for walks, in memory if there is a folder for that. */
export function openWalks(): ReturnType<typeof openWorld> {
  return openWorld(SETTINGS, {}, undefined, existsSync(MEMORY) ? MEMORY : undefined)
}

/** How many days may pass at once. Things are waited for one, three, six, seven and ten days. */
const PAUSES = [1, 1, 1, 3, 6, 7, 9, 10]
/** Letters have budgets for an hour and a day, which the model leaves out. */
const MOST_A_DAY = 5

/**
 * Plays a random walk of the model over HTTP. Whatever the model offers must be done, whatever it does not offer must be
 * refused, and after each step the account must be what the model has. Throws with the story of what differed; the seed
 * repeats it. Returns how many moves were tried.
 */
export async function walk(world: TestWorld, seed: number): Promise<number> {
  const draw = chance(seed)
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(draw() * all.length)]
  const scenario = pick([...PROMISED, ...UNDECIDED])
  if (!scenario) throw new Error('There is no game to walk through.')
  const game = gameOf(scenario, EXACT, RULES)
  const story = [`seed ${seed}: ${nameOf(scenario)}`]
  let moves = 0
  let state: State | undefined = startOf(scenario, game)
  const scene = await setScene(world, game, state, `${seed}`)
  await compare(scene, state, story)
  let today = 0
  const steps = 6 + Math.floor(draw() * 7)
  for (let step = 0; step < steps && state; step++) {
    if (today === MOST_A_DAY || draw() < 0.3) {
      today = 0
      state = await pass(scene, state, pick(PAUSES) ?? 1, story)
      continue
    }
    today += 1
    world.turnClock(MINUTE)
    const player = draw() < 0.5 ? 'owner' : 'attacker'
    if (player === 'attacker') state = await lookIn(scene, state)
    const turn = turnOf(game, state, player)
    const offered: { move: Move; next: State }[] = []
    eachOf(turn, (move, next) => offered.push({ move, next }))
    const playable = offered.filter(({ move }) => !isLeftOut(turn, move))
    const chosen = draw() < 0.6 ? pick(playable) : undefined
    const move =
      chosen?.move ??
      pick(
        await refusedMoves(
          scene,
          turn,
          offered.map((one) => one.move),
        ),
      )
    if (!move) continue
    const answer = await playMove(scene, turn, move)
    if (!answer) continue
    story.push(`${inWords(move)}: ${answer.status} ${answer.body.code ?? ''}`)
    const isRight = chosen ? answer.status < 300 : answer.status >= 400 && answer.status < 500
    if (!isRight) throw new Error(`${story.join('\n')}\nThe model ${chosen ? 'offers' : 'does not offer'} this.`)
    moves += 1
    if (chosen) state = chosen.next
    await compare(scene, state, story)
  }
  // What is left of it would be work for the housekeeping of later walks.
  await world.db.transaction((tx) => tx.run('delete from users where id = ?', scene.userId))
  return moves
}

/** An attacker who can sign in has done so. */
async function lookIn(scene: Scene, state: State): Promise<State> {
  const next = signedIn(scene.game, state)
  if (next !== state) await signInAs(scene, turnOf(scene.game, next, 'attacker'))
  return next
}

/** Lets days pass in the model and the product. Undefined: the account is deleted. */
async function pass(scene: Scene, before: State, days: number, story: string[]): Promise<State | undefined> {
  let state: State | undefined = before
  for (let day = 0; day < days && state; day++) {
    const passed: State = state
    scene.world.turnClock(DAY)
    state = nextDay(passed, scene.game.ages, { good: false, came: false })
    if (state) settle(scene, passed, state)
  }
  await keepHouse(scene)
  story.push(days === 1 ? 'a day passes' : `${days} days pass`)
  await compare(scene, state, story)
  return state
}

/** A passkey that has settled is its player's older one, as in the model. */
function settle({ devices, game: { ages } }: Scene, before: State, after: State): void {
  for (const player of ['owner', 'attacker'] as const) {
    const [young, old] = [NEW[player], OLD[player]]
    if (!isLive(at(before, young), ages) || at(after, young) > 0) continue
    const beside = isLive(at(before, old), ages) ? (devices[old] ?? []) : []
    devices[old] = [...beside, ...(devices[young] ?? [])]
    devices[young] = []
  }
}

async function compare(scene: Scene, state: State | undefined, story: string[]): Promise<void> {
  const product = await shownByProduct(scene)
  const found = !state
    ? product && ['the model has deleted the account']
    : product
      ? differences(shownByModel(scene, state), product)
      : ['the product has deleted the account']
  if (found && found.length > 0) throw new Error([...story, ...found].join('\n'))
}
