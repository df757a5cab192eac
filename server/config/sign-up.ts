import { z } from 'zod'
import { readDomain } from '#server/addresses/address.ts'

/** Who may make an account: everybody, who was invited, who has an address of a domain, who is approved, nobody. */
export const SIGN_UP_MODES = ['open', 'invitation', 'domain', 'approval', 'closed'] as const
export type SignUpMode = (typeof SIGN_UP_MODES)[number]

/** Who may sign up. `domains` are lower-case ASCII, and count in the mode `domain` only. */
export type SignUpRule = { mode: SignUpMode; domains: string[] }

/** The settings of sign-up, for `settings.ts`. */
export const SIGN_UP_SETTINGS = {
  SIGN_UP_MODE: z
    .enum(SIGN_UP_MODES, `must be one of ${SIGN_UP_MODES.join(', ')}`)
    .optional()
    .meta({
      description:
        'Who may make an account: everybody (`open`), who was invited (`invitation`), who has an address of one of `SIGN_UP_DOMAINS` (`domain`), who an administrator approves (`approval`), or nobody (`closed`). Administrators cannot change what is set here.',
      unit: SIGN_UP_MODES.map((mode) => `\`${mode}\``).join(', '),
      fallback: 'what administrators set, and `open` until then',
    }),
  SIGN_UP_DOMAINS: z
    .string()
    .optional()
    .transform((text) =>
      (text ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .refine((all) => all.every((domain) => readDomain(domain) !== undefined), 'must list domains, like example.com')
    .transform((all) => all.map((domain) => readDomain(domain) ?? domain))
    .meta({
      description: 'The domains of the mode `domain`. A subdomain is another domain.',
      unit: 'comma list of domains',
      fallback: 'none; required with `SIGN_UP_MODE=domain`',
    }),
}

type Values = { SIGN_UP_MODE?: SignUpMode | undefined; SIGN_UP_DOMAINS: string[] }

/** Returns what the environment sets for sign-up; undefined if it leaves it to administrators. */
export function signUpOf({ SIGN_UP_MODE, SIGN_UP_DOMAINS }: Values): SignUpRule | undefined {
  return SIGN_UP_MODE && { mode: SIGN_UP_MODE, domains: SIGN_UP_DOMAINS }
}

/** Returns the faults of settings that are valid by themselves and not together. */
export function signUpFaults({ SIGN_UP_MODE, SIGN_UP_DOMAINS }: Values): string[] {
  const isDomain = SIGN_UP_MODE === 'domain'
  if (isDomain && SIGN_UP_DOMAINS.length === 0)
    return ['SIGN_UP_DOMAINS is missing: SIGN_UP_MODE domain needs at least one domain']
  if (!isDomain && SIGN_UP_DOMAINS.length > 0)
    return ['SIGN_UP_DOMAINS is set without SIGN_UP_MODE=domain: remove it, or set the mode']
  return []
}
