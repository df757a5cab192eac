import type { Page } from '@playwright/test'
import { test as base } from '../test.ts'
import { type Keys, keysOf } from './keys.ts'

export { expect, plugIn } from '../test.ts'

const POINTED = [
  'click',
  'dblclick',
  'fill',
  'check',
  'uncheck',
  'setChecked',
  'selectOption',
  'tap',
  'hover',
  'focus',
  'dispatchEvent',
  'dragTo',
  'clear',
]
const MOUSE = ['move', 'click', 'down', 'up', 'wheel', 'dblclick']

type Fixtures = {
  /** The keyboard. It removes the pointer, so it is the last fixture, after sign-ups. */
  keys: Keys
  /** Lets other fixtures, which need a pointer, do something. */
  meanwhile: (work: () => Promise<unknown>) => Promise<void>
}

/** The browser tests' own test, with a keyboard. Using a pointer fails the test. */
export const test = base.extend<Fixtures>({
  // Otherwise each step would wait for the transition of the focus line.
  contextOptions: { reducedMotion: 'reduce' },
  keys: async ({ page }, use) => {
    const giveBack = takePointer(page)
    await use(keysOf(page))
    giveBack()
  },
  meanwhile: async ({ page }, use) => {
    await use(async (work) => {
      const take = pointers.get(page)
      take?.()
      await work()
      takePointer(page)
    })
  },
})

const pointers = new WeakMap<Page, () => void>()

/** Takes the pointer from all pages, and returns a function that gives it back. */
function takePointer(page: Page): () => void {
  const owners: [object, string[]][] = [
    [Object.getPrototypeOf(page.locator('body')) as object, POINTED],
    [Object.getPrototypeOf(page) as object, POINTED],
    [Object.getPrototypeOf(page.mouse) as object, MOUSE],
  ]
  const taken = owners.flatMap(([owner, names]) =>
    names.flatMap((name) => ({ owner, name, own: Object.getOwnPropertyDescriptor(owner, name) })),
  )
  for (const { owner, name, own } of taken)
    if (own) Object.defineProperty(owner, name, { ...own, value: () => refuse(name) })
  const giveBack = () => {
    for (const { owner, name, own } of taken) if (own) Object.defineProperty(owner, name, own)
    pointers.delete(page)
  }
  pointers.set(page, giveBack)
  return () => pointers.get(page)?.()
}

function refuse(name: string): never {
  throw new Error(`No ${name}() here: the keyboard must do.`)
}
