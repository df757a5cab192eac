import type Sharp from 'sharp'
import { AppError } from '#server/errors.ts'
import { pictureTypeOf } from '#server/pictures/kind.ts'

/** The sides of the picture that is stored, in pixels. */
const SIDE = 256
/** The longest side that is decoded, in pixels: what a picture of a few bytes can grow to in memory. */
const LONGEST_SIDE = 1_024
const MOST_SECONDS = 5
const MOST_WAITING = 16
const QUALITY = 82
/** The only readers of libvips that stay open: of bytes in memory, for three formats. */
const READERS = ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer']

let loading: Promise<typeof Sharp> | undefined
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Decodes a picture and writes it anew, off the main thread: upright, cropped to a square of 256 pixels, WebP, with nothing
 * of the file but its pixels. Refuses with `picture_unusable` a file that is not whole, is no PNG, JPEG or WebP, is not of
 * the declared type, or has a side of more than 1024 pixels; and with `too_many_attempts` while sixteen others wait.
 */
export async function rewritePicture({ type, bytes }: { type: string; bytes: Uint8Array }): Promise<Buffer> {
  if (pictureTypeOf(bytes) !== type) throw new AppError('picture_unusable')
  return inTurn(async () => {
    const sharp = await load()
    try {
      return await squareOf(sharp, type, bytes)
    } catch {
      // Whatever the decoder says about a stranger's file is no fault of ours, and of no use to its sender.
      throw new AppError('picture_unusable')
    }
  })
}

/** The first frame only: a moving picture stands still. */
async function squareOf(sharp: typeof Sharp, type: string, bytes: Uint8Array): Promise<Buffer> {
  const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: LONGEST_SIDE ** 2, pages: 1 })
  const { format, width, height } = await picture.metadata()
  if (`image/${format}` !== type || Math.max(width, height) > LONGEST_SIDE) throw new AppError('picture_unusable')
  return picture
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'cover' })
    .webp({ quality: QUALITY })
    .toBuffer()
}

/** Loads the library at the first picture: a process that never sees one has 20 MB more. */
function load(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: READERS })
    return sharp
  })
  return loading
}

/** One at a time: a decoded picture can take a hundred megabytes. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting > MOST_WAITING) throw new AppError('too_many_attempts', { retryAfter: 1 })
  waiting += 1
  const mine = last.then(work).finally(() => (waiting -= 1))
  last = mine.catch(() => undefined)
  return mine
}
