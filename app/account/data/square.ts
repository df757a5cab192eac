/** Twice the sides of the picture that the server keeps, in pixels. */
const SIDE = 512
const QUALITY = 0.9

/**
 * Returns the middle of a picture as a small square, so that a photo of many megabytes can be sent. Returns undefined for a
 * file that this browser cannot show.
 */
export async function squareOf(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  const canvas = document.createElement('canvas')
  const side = Math.min(picture.width, picture.height)
  canvas.width = canvas.height = Math.min(side, SIDE)
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.imageSmoothingQuality = 'high'
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
  pen.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
  picture.close()
  const webp = await written(canvas, 'image/webp')
  // A browser that writes no WebP writes a PNG, which is large for a photo.
  if (webp?.type === 'image/webp') return webp
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return written(canvas, 'image/jpeg')
}

function written(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, QUALITY))
}
