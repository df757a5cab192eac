import type { Page } from '@playwright/test'

type Translated = Window & {
  translator?: { on: () => void; off: () => void; faults: () => string[] }
}

/** Translates every page that opens here from now on, as a browser does: each text in two elements of the translator's. */
export async function translatePages(page: Page): Promise<void> {
  await page.addInitScript(translate)
}

/** Shows the page as it was made, without the translator's elements, while something looks at it. */
export async function untranslated<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  await page.evaluate(() => (window as Translated).translator?.off())
  const result = await look()
  await page.evaluate(() => (window as Translated).translator?.on())
  return result
}

/**
 * What a translator breaks. React can neither remove nor change a text that it made beside something else, because it is not there
 * any more; such a text needs an element of its own.
 */
export async function translationFaults(page: Page): Promise<string[]> {
  await page.waitForFunction(() => 'translator' in window)
  return page.evaluate(() => (window as Translated).translator?.faults() ?? [])
}

/** Runs in the page, once in each document. */
function translate(): void {
  const put = new Map<HTMLElement, { text: Text; words: string }>()
  const observer = new MutationObserver(translateAll)

  /** React marks the elements it has taken over, and each text that it made beside something else. */
  const isTaken = (node: Node) => Object.keys(node).some((key) => key.startsWith('__reactFiber$'))

  function translateAll(): void {
    observer.disconnect()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      const around = text.parentElement
      if (
        !around ||
        !text.data.trim() ||
        around.closest('font, script, style, noscript, svg, textarea') ||
        !isTaken(around)
      )
        continue
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit'
      inner.textContent = text.data
      outer.append(inner)
      put.set(outer, { text, words: text.data })
      text.replaceWith(outer)
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }

  const translator = {
    on: translateAll,
    off() {
      observer.disconnect()
      for (const [outer, { text }] of put) if (outer.isConnected) outer.replaceWith(text)
      put.clear()
    },
    faults: () =>
      [...put]
        .filter(([outer]) => outer.isConnected)
        .flatMap(([, { text, words }]) => [
          ...(text.data === words ? [] : [`“${words}” is still there instead of “${text.data}”`]),
          ...(isTaken(text) ? [`“${words}” has no element of its own`] : []),
        ]),
  }

  /** Begins once React has every control of the page. */
  function begin(): void {
    const controls = [...document.querySelectorAll('body :is(a, button, input)')]
    if (document.readyState !== 'complete' || !controls.every(isTaken)) return void setTimeout(begin, 50)
    Object.assign(window, { translator })
    translateAll()
  }
  begin()
}
