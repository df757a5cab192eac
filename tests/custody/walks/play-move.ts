import { cancelToken } from '#server/mail/cancel-token.ts'
import { listKept } from '#server/custody/retire.ts'
import { at, CODE, EMAIL, HOLDER, NEW, OWN_EMAIL } from '#tests/custody/model/state.ts'
import type { Move, Turn } from '#tests/custody/model/turn.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import type { Touch } from '#server/touches.ts'
import { cancelLinks, enter, proveMailbox, readCode, signInAs, touchAs, typeCode } from './proofs.ts'
import { closeBrowsers, credentialIdOf, emailIdOf, heldBy, keepHouse, type Scene } from './scene.ts'

/** The id of nothing. */
const NONE = 'A'.repeat(22)

type Played = { client: Client; answer: Answer }
type Request = [method: 'POST' | 'PUT' | 'DELETE', path: string, touch: Touch]

/**
 * Does a move of the model over HTTP, with everything that its player can prove, and returns the last answer. Undefined:
 * the product has no request for it now.
 */
export async function playMove(scene: Scene, turn: Turn, move: Move): Promise<Answer | undefined> {
  const played = await DOES[move.act]?.(scene, turn, move)
  if (turn.player === 'attacker' && played && played.answer.status < 300 && OPENS.has(move.act))
    scene.thief = played.client
  await closeBrowsers(scene, turn.player)
  return played?.answer
}

/** What opens a session. */
const OPENS = new Set<Move['act']>(['complete_recovery', 'take_back'])

const DOES: Partial<Record<Move['act'], (scene: Scene, turn: Turn, move: Move) => Promise<Played | undefined>>> = {
  keep_account: signInAs,
  async end_sessions(scene, turn) {
    const client = await enter(scene, turn)
    return { client, answer: await client.send('DELETE', '/api/sessions') }
  },
  async add_passkey(scene, turn) {
    const client = await enter(scene, turn)
    const device = makeAuthenticator(scene.world)
    const answer = await addPasskey(client, device)
    if (answer.status < 300) scene.devices[NEW[turn.player]] = [device]
    return { client, answer }
  },
  async add_email(scene, turn) {
    const client = await enter(scene, turn)
    const email = OWN_EMAIL[turn.player]
    const begun = await client.send('POST', '/api/emails', { email: scene.addresses[email] })
    if (begun.status >= 300) return { client, answer: begun }
    const code = await readCode(scene, turn.player, email, 'email-code')
    return { client, answer: await client.send('POST', '/api/emails/code', { ceremony: begun.body.ceremony, code }) }
  },
  async promote_email(scene, turn, { target = 0 }) {
    const id = (await emailIdOf(scene, target)) ?? NONE
    return withTouch(scene, turn, ['PUT', `/api/emails/${id}/primary`, { act: 'promote_email', target: id }])
  },
  async remove_email(scene, turn, { target = 0 }) {
    const id = (await emailIdOf(scene, target)) ?? NONE
    return withTouch(scene, turn, ['DELETE', `/api/emails/${id}`, { act: 'remove_email', target: id }])
  },
  async bring_back(scene, turn, { target = 0 }) {
    const [id = NONE] = await keptIds(scene, [scene.addresses[target] ?? ''])
    return withTouch(scene, turn, ['POST', `/api/emails/${id}/bring-back`, { act: 'bring_back_email', target: id }])
  },
  delete_account: (scene, turn) => withTouch(scene, turn, ['DELETE', '/api/account', { act: 'delete_account' }]),
  async remove_way_in(scene, turn, { target = 0, final }) {
    const live = await heldBy(scene, { way: target })
    const isLive = target === CODE ? await isAppLive(scene) : live.length > 0
    let played: Played | undefined
    if (target === CODE && isLive) played = await withTouch(scene, turn, ['DELETE', '/api/totp', { act: 'remove_app' }])
    else if (isLive || !final)
      for (const { id } of live.length > 0 ? live : [{ id: NONE }])
        played = await withTouch(scene, turn, ['DELETE', `/api/passkeys/${id}`, { act: 'remove_passkey', target: id }])
    if (!final || (played && played.answer.status >= 300)) return played
    for (const id of await keptWayIds(scene, target)) played = await removeForGood(scene, turn, id)
    return played ?? removeForGood(scene, turn, NONE)
  },
  async bring_back_way(scene, turn, { target = 0 }) {
    const kept = await keptWayIds(scene, target)
    let played: Played | undefined
    for (const id of kept.length > 0 ? kept : [NONE])
      played = await withTouch(scene, turn, [
        'POST',
        `/api/removed/${id}/bring-back`,
        { act: 'bring_back_way_in', target: id },
      ])
    return played
  },
  async start_recovery(scene, turn, { target = 0 }) {
    const client = scene.open()
    const pass = await proveMailbox(scene, turn.player, target, client)
    if (pass.status >= 300) return { client, answer: pass }
    const answer = await client.post('/api/recovery/start', { ceremony: pass.body.ceremony })
    // The wait starts when the letters are sent.
    await keepHouse(scene)
    return { client, answer }
  },
  async complete_recovery(scene, turn, { target = 0 }) {
    const client = scene.open()
    const pass = await proveMailbox(scene, turn.player, target, client)
    if (pass.status >= 300) return { client, answer: pass }
    const begun = await client.post('/api/recovery/options', { ceremony: pass.body.ceremony })
    if (begun.status >= 300) return { client, answer: begun }
    const device = makeAuthenticator(scene.world)
    const credential = device.create(begun.body.options as never)
    const answer = await client.post('/api/recovery/finish', { ceremony: begun.body.ceremony, credential })
    if (answer.status < 300) scene.devices[NEW[turn.player]] = [device]
    return { client, answer }
  },
  async cancel_recovery(scene, turn, { target = 0, by }) {
    if (by === undefined)
      return withTouch(scene, turn, ['POST', '/api/account/recovery/cancel', { act: 'cancel_recovery' }])
    const client = scene.open()
    if (by !== target) {
      if (!scene.game.readers[by]?.includes(turn.player)) return undefined
      const link = (await cancelLinks(scene, by)).find(({ canonical }) => canonical === scene.addresses[target])
      if (!link) return undefined
      const token = cancelToken(scene.world.keys, link)
      return { client, answer: await client.post('/api/recovery/cancel', { token, word: 'CANCEL' }) }
    }
    const pass = await proveMailbox(scene, turn.player, target, client)
    if (pass.status >= 300) return { client, answer: pass }
    return { client, answer: await client.post('/api/recovery/cancel', { ceremony: pass.body.ceremony }) }
  },
  async take_back(scene, turn, { target = 0 }) {
    // Whoever does not hold it has nothing to send.
    if (HOLDER[target] !== turn.player) return undefined
    const client = scene.open()
    const device = await keptDevice(scene, target)
    if (target !== CODE && !device) return undefined
    const offered = device ? await signIn(client, device) : await typeCode(scene, turn, client)
    if (offered.body.code !== 'way_retired') return { client, answer: offered }
    return { client, answer: await client.post('/api/take-back', { ceremony: offered.body.ceremony }) }
  },
}

async function withTouch(scene: Scene, turn: Turn, [method, path, touch]: Request): Promise<Played> {
  const client = await enter(scene, turn)
  await touchAs(scene, turn, client, touch)
  return { client, answer: await client.send(method, path, method === 'PUT' || method === 'POST' ? {} : undefined) }
}

/** Removes something that is kept for good, with the code from an address that has settled, if the player reads one. */
async function removeForGood(scene: Scene, turn: Turn, id: string): Promise<Played> {
  const client = await enter(scene, turn)
  const { ages } = scene.game
  const email = turn.reads.find((one) => at(turn.state, EMAIL + one) === ages.settled) ?? turn.reads[0] ?? 0
  const body = { email: (await emailIdOf(scene, email)) ?? NONE }
  const begun = await client.send('POST', `/api/removed/${id}/code`, body)
  if (begun.status >= 300) return { client, answer: begun }
  const code = await readCode(scene, turn.player, email, 'removal-code')
  await touchAs(scene, turn, client, { act: 'remove_for_good', target: id })
  const sent = { ceremony: begun.body.ceremony, code }
  return { client, answer: await client.send('POST', `/api/removed/${id}/for-good`, sent) }
}

async function isAppLive({ world, userId }: Scene): Promise<boolean> {
  return (await world.db.read((reader) => reader.get('select 1 from totp where user_id = ?', userId))) !== undefined
}

async function keptIds({ world, userId }: Scene, names: string[]): Promise<string[]> {
  const kept = await world.db.read((reader) => listKept(reader, userId, world.now()))
  return kept.filter(({ name }) => names.includes(name)).map(({ id }) => id)
}

async function keptWayIds(scene: Scene, way: number): Promise<string[]> {
  const { world, userId, devices } = scene
  if (way !== CODE) return keptIds(scene, (devices[way] ?? []).map(credentialIdOf))
  const kept = await world.db.read((reader) => listKept(reader, userId, world.now()))
  return kept.filter(({ kind }) => kind === 'totp').map(({ id }) => id)
}

/** Returns what holds a passkey that is kept, rather one that can take the account back. */
async function keptDevice({ world, userId, devices }: Scene, way: number) {
  const kept = await world.db.read((reader) => listKept(reader, userId, world.now()))
  const names = kept.toSorted((a, b) => a.final - b.final).map(({ name }) => name)
  return (
    names.flatMap((name) => devices[way]?.find((device) => credentialIdOf(device) === name) ?? [])[0] ??
    devices[way]?.[0]
  )
}
