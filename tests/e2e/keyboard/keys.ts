import { expect, type Locator, type Page } from '@playwright/test'
import { focusOf } from './focus.ts'

type Role = 'button' | 'link' | 'textbox' | 'checkbox'

/** The actions of a person without a pointer. The focus must always be visible. */
export type Keys = {
  page: Page
  /** Moves forward with Tab to something, and returns where it is. */
  to(role: Role, name: string | RegExp): Promise<Locator>
  /** Goes back to it with Shift+Tab. */
  back(role: Role, name: string | RegExp): Promise<Locator>
  /** Goes to something and presses it with Enter. */
  press(role: Role, name: string | RegExp): Promise<void>
  /** Goes to a field and writes into it, over what is there. */
  write(name: string | RegExp, text: string): Promise<void>
  /** Writes where the focus is. */
  type(text: string): Promise<void>
  key(name: string): Promise<void>
  /** The focus is somewhere, and can be seen. */
  held(): Promise<void>
  /** A modal dialog is open, and neither Tab nor Shift+Tab leads out of it. */
  trapped(name: string | RegExp): Promise<Locator>
  /** Escape closes the dialog, and the focus is back where it was opened. */
  escape(opener: Locator): Promise<void>
  /** Something says this to a screen reader. A note does so in the page's live region of notes. */
  told(role: 'status' | 'alert' | 'note', text: string | RegExp): Promise<void>
}

const MOST_TABS = 60

/** The keyboard of a page. */
export function keysOf(page: Page): Keys {
  const isHere = (target: Locator) =>
    target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))

  async function held(): Promise<void> {
    await expect.poll(async () => (await focusOf(page)).fault, { timeout: 5_000 }).toBeUndefined()
  }

  async function go(key: 'Tab' | 'Shift+Tab', role: Role, name: string | RegExp): Promise<Locator> {
    const target = page.getByRole(role, { name, exact: true }).locator('visible=true')
    await expect(target.first()).toBeVisible()
    const passed: string[] = []
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isHere(target)) {
        await held()
        return target
      }
      await page.keyboard.press(key)
      const { place, fault, lost } = await focusOf(page)
      passed.push(place)
      // After the last element the browser's own bar has its turn.
      if (!lost) expect(fault).toBeUndefined()
    }
    throw new Error(`${key} does not lead to the ${role} ${String(name)}. On the way: ${passed.join(', ')}`)
  }

  const keys: Keys = {
    page,
    to: (role, name) => go('Tab', role, name),
    back: (role, name) => go('Shift+Tab', role, name),
    async press(role, name) {
      await keys.to(role, name)
      await page.keyboard.press('Enter')
    },
    async write(name, text) {
      await keys.to('textbox', name)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    type: (text) => page.keyboard.type(text),
    key: (name) => page.keyboard.press(name),
    held,
    async trapped(name) {
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      await held()
      const stops = await dialog.locator('button, a[href], input:not([tabindex="-1"])').count()
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let tabs = 0; tabs <= stops; tabs += 1) {
          await page.keyboard.press(key)
          expect(
            await dialog.evaluate((element) => element.contains(document.activeElement)),
            `${key} leads out of “${String(name)}” after ${tabs + 1}`,
          ).toBe(true)
          await held()
        }
      }
      return dialog
    },
    async escape(opener) {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(opener).toBeFocused()
      await held()
    },
    async told(role, text) {
      const notes = page.getByRole('region', { name: 'Notifications' }).and(page.locator('[aria-live=polite]'))
      const speaks = role === 'note' ? notes.getByRole('group') : page.getByRole(role)
      await expect(speaks.filter({ hasText: text }).first()).toBeVisible()
    },
  }
  return keys
}
