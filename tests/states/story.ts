import type { Page } from '@playwright/test'
import type { Clock, Mailbox, Passkeys, Person } from '#tests/kit/test.ts'
import type { Language } from '#server/words/language.ts'
import type { Namespace, Words } from '#server/words/translate.ts'

/** What a story needs to reach its states: one person in one browser, on the worker's own server. */
export type Scene = {
  page: Page
  /** A person with an address and a device, and no account yet. */
  person: Person
  passkeys: Passkeys
  mailbox: Mailbox
  clock: Clock
  language: Language
  /** Where the server keeps its database. */
  dataDir: string
  /** The sentences of a part of the catalogue, in the language of the pages. */
  say: <const N extends Namespace>(namespace: N) => Words<N>
  /** Another browser of the same kind, without scripts. It has the cookies of this one. */
  withoutScript: () => Promise<Page>
}

/** What is done with each state: a picture, or a check by axe. */
type Look = (page: Page, state: string) => Promise<void>

/** A way through the pages, and the states it shows on its way. */
export type Story = { name: string; shows: readonly string[]; tell: (scene: Scene, look: Look) => Promise<void> }

type Telling<State extends string> = (
  scene: Scene & { show: (state: State, page?: Page) => Promise<void> },
) => Promise<void>

/** Makes a story. It fails unless it shows each of its states exactly once. */
export function story<const State extends string>(
  name: string,
  shows: readonly State[],
  telling: Telling<State>,
): Story {
  return {
    name,
    shows,
    async tell(scene, look) {
      const left = new Set<string>(shows)
      await telling({
        ...scene,
        async show(state, page = scene.page) {
          if (!left.delete(state)) throw new Error(`The story "${name}" shows "${state}" a second time.`)
          await look(page, state)
        },
      })
      if (left.size > 0) throw new Error(`The story "${name}" never showed: ${[...left].join(', ')}.`)
    },
  }
}
