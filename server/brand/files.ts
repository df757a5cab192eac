import { createHash } from 'node:crypto'
import type { Accent, Palette } from '#server/brand/accent.ts'
import type { Mark } from '#server/brand/mark.ts'

/** A file of the brand that is served. Its path changes with its content, so browsers may cache it for ever. */
export type BrandFile = { path: string; type: string; body: Buffer }

/** Returns the file of the operator's mark. */
export function markFile({ type, bytes }: Mark): BrandFile {
  return file(type === 'image/png' ? 'mark.png' : 'mark.svg', type, bytes)
}

/**
 * Returns a style sheet with the accent's colours, which override those of globals.css. The dark ones are in it twice: for
 * devices that are dark, and for people who chose the dark theme.
 */
export function stylesheetOf({ light, dark, hue }: Accent): BrandFile {
  const css =
    `html:root{--tone:${hue};${variables(light)}}` +
    `@media (prefers-color-scheme:dark){html:root:not([data-theme=light]){${variables(dark)}}}` +
    `html:root[data-theme=dark]{${variables(dark)}}`
  return file('accent.css', 'text/css; charset=utf-8', Buffer.from(css))
}

/** Returns our own mark in the accent, for the browser's tab. */
export function iconOf({ light, dark }: Accent): BrandFile {
  const colours = ({ accent, on }: Palette) => `rect{fill:${accent}}g{stroke:${on}}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${colours(light)}@media (prefers-color-scheme:dark){${colours(dark)}}</style>` +
    '<rect width="32" height="32" rx="8.5"/><g fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><circle cx="12" cy="10.2" r="4.2"/><path d="M12 14.4V25.4H21.5M12 20H17"/></g></svg>'
  return file('icon.svg', 'image/svg+xml', Buffer.from(svg))
}

function variables({ accent, strong, on, tint, link }: Palette): string {
  return `--color-accent:${accent};--color-accent-strong:${strong};--color-on-accent:${on};--color-accent-tint:${tint};--color-link:${link}`
}

function file(name: string, type: string, body: Buffer): BrandFile {
  return { path: `/brand/${createHash('sha256').update(body).digest('hex').slice(0, 16)}/${name}`, type, body }
}
