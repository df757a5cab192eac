import { at, CODE, EMAIL, EMAILS, keptOf } from '#tests/custody/model/state.ts'
import type { Turn } from '#tests/custody/model/turn.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { codeAt, mailedCode, STEP } from '#tests/server/second-factor/steps.ts'
import type { Touch } from '#server/touches.ts'
import { heldBy, type Scene } from './scene.ts'

const WRONG = '000000'

/** Opens a session of a player, or returns the browser with a stolen one, or one without any. */
export async function enter(scene: Scene, turn: Turn): Promise<Client> {
  const { player, isIn, signsIn } = turn
  if (isIn && signsIn) return (await signInAs(scene, turn)).client
  if (player === 'owner') return scene.open()
  // In the model a stolen session is always as fresh as if its owner had just confirmed it.
  await scene.world.db.transaction((tx) =>
    tx.run('update sessions set confirmed_at = ? where user_id = ?', tx.now, scene.userId),
  )
  return scene.thief
}

/** Signs a player in with what they hold. */
export async function signInAs(scene: Scene, turn: Turn): Promise<{ client: Client; answer: Answer }> {
  const client = scene.open()
  const [held] = await heldBy(scene, { player: turn.player })
  const answer = held ? await signIn(client, held.device) : await signInByCode(scene, turn, client)
  if (turn.player === 'attacker') scene.thief = client
  return { client, answer }
}

/** Signs in with a mailbox and the app, and confirms the session, which that does not do. */
async function signInByCode(scene: Scene, turn: Turn, client: Client): Promise<Answer> {
  const answer = await typeCode(scene, turn, client)
  if (answer.status < 300) await client.send('POST', '/api/confirmation', { code: freshCode(scene) })
  return answer
}

/** Types the app's code after that of a mailbox that the player reads. */
export async function typeCode(scene: Scene, { state, player, game }: Turn, client: Client): Promise<Answer> {
  const { ages, readers } = game
  const proven = EMAILS.findIndex(
    (_, email) =>
      readers[email]?.includes(player) && at(state, EMAIL + email) > 0 && !keptOf(at(state, EMAIL + email), ages),
  )
  const removed = EMAILS.findIndex((_, email) => readers[email]?.includes(player) && at(state, EMAIL + email) > 0)
  const pass = await proveMailbox(scene, player, proven >= 0 ? proven : Math.max(removed, 0), client)
  if (pass.status >= 300) return pass
  return client.post('/api/recovery/second-step', { ceremony: pass.body.ceremony, code: freshCode(scene) })
}

/** Each code of the app works once, so the clock moves on to the next. */
function freshCode({ world, secret }: Scene): string {
  world.turnClock(STEP)
  return secret === '' ? WRONG : codeAt(secret, world.now())
}

/** Proves a mailbox with the code of a letter. Whoever does not read it types a wrong one. */
export async function proveMailbox(
  scene: Scene,
  player: Turn['player'],
  email: number,
  client: Client,
): Promise<Answer> {
  const address = scene.addresses[email] ?? ''
  const begun = await client.post('/api/recovery', { email: address })
  if (begun.status >= 300) return begun
  const code = await readCode(scene, player, email, 'recovery-code')
  return client.post('/api/recovery/code', { ceremony: begun.body.ceremony, code })
}

export async function readCode(
  { world, addresses, game }: Scene,
  player: Turn['player'],
  email: number,
  letter: Parameters<typeof mailedCode>[2],
): Promise<string> {
  if (!game.readers[email]?.includes(player)) return WRONG
  return mailedCode(world, addresses[email] ?? '', letter).catch(() => WRONG)
}

/** Touches for an act with the best way in that the player holds, and if possible with another than the target. */
export async function touchAs(scene: Scene, turn: Turn, client: Client, touch: Touch): Promise<void> {
  const { state, game, player } = turn
  const held = await heldBy(scene, { player })
  const settled = held.filter(({ way }) => at(state, way) === game.ages.settled)
  const best = settled.find(({ id }) => id !== touch.target) ?? settled[0]
  if (!best && player === 'owner' && at(state, CODE) === game.ages.settled) {
    await client.send('POST', '/api/confirmation', { code: freshCode(scene), ...touch })
    return
  }
  const { device } = best ?? held[0] ?? {}
  if (!device) return
  const { body } = await client.send('POST', '/api/confirmation/options', touch)
  if (!body.options) return
  const credential = device.get(body.options as never, { passkey: device.passkeys[0] })
  await client.send('POST', '/api/confirmation', { ceremony: body.ceremony, credential })
}

/** Returns what is in the links of the letters about recoveries that an address has got, the newest first. */
export function cancelLinks({ world, addresses }: Scene, email: number) {
  return rows<{ recoveryId: string; emailId: string; canonical: string }>(
    world,
    `select params ->> '$.recoveryId' as "recoveryId", params ->> '$.emailId' as "emailId", canonical
     from outbox join recoveries on recoveries.id = params ->> '$.recoveryId'
     where recipient = ? and letter in ('recovery-started', 'recovery-reminder', 'recovery-ready')
       and params ->> '$.emailId' is not null order by outbox.seq desc`,
    addresses[email] ?? '',
  )
}
