/** The media types of pictures that people may send. */
type PictureType = 'image/png' | 'image/jpeg' | 'image/webp'

/**
 * Returns the media type that the first bytes of a file announce (WHATWG MIME Sniffing §6.1), and undefined for any other
 * file. What follows may still be anything.
 */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return /^RIFF[^]{4}WEBP$/.test(head) ? 'image/webp' : undefined
}
