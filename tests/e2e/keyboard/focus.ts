import type { Page } from '@playwright/test'

/** Where the focus is: a name for the place, and what is wrong with its visibility. */
export type Focus = { place: string; lost: boolean; fault: string | undefined }

/**
 * Reads where the focus is, and whether it can be seen. A heading where reading starts needs no line, because nothing can be
 * done with it. Anything else has a line of at least two pixels that stands out 3:1 (WCAG 2.2 §1.4.11,
 * §2.4.13).
 */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(async () => {
    // A line whose colour is in transition does not count yet.
    await Promise.all((document.activeElement?.getAnimations() ?? []).map(({ finished }) => finished.catch(() => {})))
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body)
      return { place: 'nowhere', lost: true, fault: 'the focus is lost' }
    const place = `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : element.innerText) ?? '').slice(0, 60)}”`
    if (element.matches('h1, h2')) return { place, lost: false, fault: undefined }
    // A code is typed over drawn boxes: the one that comes next shows the focus.
    const drawn =
      element.previousElementSibling?.getAttribute('aria-hidden') === 'true'
        ? [...element.previousElementSibling.children]
        : []
    const lines = [element, ...drawn].filter((each) => lineOf(each) !== undefined)
    const strongest = Math.max(0, ...lines.map((each) => contrast(lineOf(each) ?? '', backgroundAround(each))))
    return {
      place,
      lost: false,
      fault:
        lines.length === 0
          ? `${place} does not show the focus`
          : strongest < 3
            ? `${place} shows the focus with a contrast of ${strongest.toFixed(1)}`
            : undefined,
    }

    function lineOf(each: Element): string | undefined {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? outlineColor : undefined
    }
    function backgroundAround(each: Element): string {
      for (let above = each.parentElement; above; above = above.parentElement) {
        const { backgroundColor } = getComputedStyle(above)
        if (pixel(backgroundColor)[3] === 255) return backgroundColor
      }
      return 'white'
    }
    function contrast(one: string, other: string): number {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    function luminance(colour: string): number {
      const [red = 0, green = 0, blue = 0] = [...pixel(colour)].map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    function pixel(colour: string): Uint8ClampedArray {
      const canvas = document.createElement('canvas').getContext('2d')
      if (!canvas) throw new Error('No canvas.')
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return canvas.getImageData(0, 0, 1, 1).data
    }
  })
}
