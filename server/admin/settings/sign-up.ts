import * as settings from '#db/settings.ts'
import { readDomain } from '#server/addresses/address.ts'
import { contentOf } from '#server/admin/acts.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { byAdmin } from '#server/admin/tell.ts'
import type { SignUpMode, SignUpRule } from '#server/config/sign-up.ts'
import { AppError } from '#server/errors.ts'
import { tellHolders } from '#server/mail/outbox/tell-owners.ts'
import { AT_FIRST, ruleIn } from '#server/sign-up/rule.ts'
import type { World } from '#server/world.ts'

/** How many versions are shown. */
const MOST_VERSIONS = 20

/** A version of the rule: who set it when. `by`: an address, or `operator`; undefined if that account is gone. */
export type RuleVersion = SignUpRule & { version: number; by?: string; at: number }

/** Who may sign up. `locked`: the environment sets it. `version` 0: nobody has set it. */
export type ShownSignUp = SignUpRule & { version: number; locked: boolean; versions: RuleVersion[] }

/** Returns who may sign up, and what it was before. */
export async function readSignUp(world: World, admin: Admin): Promise<ShownSignUp> {
  requirePermission(admin, 'read:settings')
  const rows = await world.db.read((reader) => settings.list(reader, { name: 'sign_up', most: MOST_VERSIONS }))
  const versions = rows.map((row) => ({
    ...ruleIn(row),
    version: row.version,
    by: row.changedBy === 'operator' ? 'operator' : (row.email ?? undefined),
    at: row.changedAt,
  }))
  const { mode, domains } = world.config.signUp ?? versions[0] ?? AT_FIRST
  return { mode, domains, version: versions[0]?.version ?? 0, locked: world.config.signUp !== undefined, versions }
}

type Change = { mode: SignUpMode; domains?: string[] | undefined; version: number }

/**
 * Changes who may sign up, as the version after the one that the administrator saw. An earlier version is brought back in the
 * same way. Refuses with `conflict` if somebody was faster, with `locked` what the environment sets, and as `onInstance` does.
 */
export async function changeSignUp(
  world: World,
  admin: Admin,
  { mode, domains = [], version: seen }: Change,
): Promise<{ version: number }> {
  const rule = { mode, domains: mode === 'domain' ? domainsIn(domains) : [] }
  const value = JSON.stringify(rule)
  const touch = { act: 'change_settings', target: contentOf('sign_up', seen, value) } as const
  return onInstance(world, admin, { permission: 'change:settings', touch }, async (tx) => {
    if (world.config.signUp) throw new AppError('locked')
    const before = await settings.find(tx, 'sign_up')
    const version = seen + 1
    const isNext = (before?.version ?? 0) === seen
    if (!isNext || !(await settings.insert(tx, { name: 'sign_up', version, value, changedBy: admin.userId })))
      throw new AppError('conflict')
    const details = { version, ...rule, from: before ? ruleIn(before) : AT_FIRST }
    await recordAct(tx, witnessOf(admin), { act: 'sign_up_changed', target: '', details })
    const where = { at: tx.now, ip: admin.ip, userAgent: admin.userAgent }
    await tellHolders(tx, ['owner'], 'sign-up-changed', { ...where, ...byAdmin(admin), ...rule })
    return { version }
  })
}

/** Returns domains in lower-case ASCII, each once. */
function domainsIn(typed: string[]): string[] {
  const domains = typed.map((text) => {
    const domain = readDomain(text.trim())
    if (domain === undefined) throw new AppError('invalid_input', { reason: 'domainMalformed' })
    return domain
  })
  if (domains.length === 0) throw new AppError('invalid_input', { reason: 'domainsNeeded' })
  return [...new Set(domains)]
}
