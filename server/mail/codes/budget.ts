import { ipGroup, isGranted } from '#server/limits.ts'
import type { World } from '#server/world.ts'

/** The flows that send letters with a code. Letters of one flow never use up the budget of another. */
export type CodeFlow = 'sign-up' | 'address' | 'recovery' | 'removal' | 'rehearsal'

/**
 * Counts a request for a letter with a code. Returns whether the letter may leave at once: three an hour for a mailbox
 * and an IP, ten an hour and twenty a day for the mailbox. Past that, a request joins the next letter.
 */
export async function mayLeaveAtOnce(
  world: World,
  flow: CodeFlow,
  { canonical, ip }: { canonical: string; ip: string },
): Promise<boolean> {
  const mailbox = mailboxOf(canonical)
  // Requests past the budget of their IP do not use up the mailbox's.
  return (
    (await isGranted(world, { [`${flow}-letters-here`]: `${mailbox} ${ipGroup(ip)}` })) &&
    (await isGranted(world, { [`${flow}-letters-hour`]: mailbox, [`${flow}-letters-day`]: mailbox }))
  )
}

/** Returns the mailbox of an address: most providers deliver `ada+anything@` to `ada@`. */
export function mailboxOf(canonical: string): string {
  return canonical.replace(/\+[^@]*(?=@)/, '')
}
