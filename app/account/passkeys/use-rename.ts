'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownPasskey } from '#app/_web/own.ts'

/** Gives a passkey another name, says so and offers to undo it. `after` runs once that is done. */
export function useRename({ id, name: before }: Pick<ShownPasskey, 'id' | 'name'>, after: () => void = () => {}) {
  const say = useWords('passkeys')
  const done = useDone()

  async function rename(wanted: string): Promise<string> {
    const { passkey } = await answer(api.passkeys[':id'].$patch({ param: { id }, json: { name: wanted } }))
    return passkey.name
  }

  return useAction(async (wanted: string) => {
    const name = await rename(wanted)
    const undo = async () => done(say('rename.done', { name: await rename(before) }))
    after()
    done(say('rename.done', { name }), name === before ? undefined : undo)
  })
}
