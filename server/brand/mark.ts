import { readFileSync } from 'node:fs'

/** The content of an operator's own mark. */
export type Mark = { type: 'image/svg+xml' | 'image/png'; bytes: Buffer }

const MOST_BYTES = 100 * 1_024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** An SVG begins with its element, after an optional XML declaration and comments. */
const SVG = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/

/**
 * Reads the mark from a file. Returns the fault as text if there is one. The content decides the type, not the name.
 */
export function readMark(path: string): Mark | string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return 'names a file that cannot be read'
  }
  if (bytes.length > MOST_BYTES) return 'names a file of more than 100 KB: make the mark smaller'
  if (bytes.subarray(0, PNG.length).equals(PNG)) return { type: 'image/png', bytes }
  if (SVG.test(bytes.toString('utf8'))) return { type: 'image/svg+xml', bytes }
  return 'names a file that is neither SVG nor PNG'
}
