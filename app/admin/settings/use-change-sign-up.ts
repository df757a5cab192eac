'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownSignUp } from '#app/_web/admin-sign-up.ts'

type Rule = Pick<ShownSignUp, 'mode' | 'domains'>

/** Returns what changes who may sign up, and offers to bring back what was there before. */
export function useChangeSignUp({ mode, domains, version }: ShownSignUp): (rule: Rule) => Promise<void> {
  const say = useWords('adminSignUp')
  const done = useDone()
  const confirmed = useConfirmed()

  async function put(rule: Rule, seen: number): Promise<number> {
    const json = { ...rule, version: seen }
    return (await confirmed(() => answer(api.admin.settings['sign-up'].$put({ json })))).version
  }

  return async (rule) => {
    const made = await put(rule, version)
    done(say('settings.saved'), async () => {
      await put({ mode, domains }, made)
      done(say('settings.broughtBack'))
    })
  }
}
