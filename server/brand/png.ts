import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** 8 bits a channel, RGB, no interlace (PNG §11.2.1). */
const KIND = [8, 2, 0, 0, 0]

/** Returns a square picture as a PNG file. `pixels` has three bytes for each pixel, line by line; `side` is in pixels. */
export function encodePng(side: number, pixels: Uint8Array): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  // Each line begins with its filter: none.
  const lines = Buffer.alloc(side * (side * 3 + 1))
  for (let y = 0; y < side; y += 1) lines.set(pixels.subarray(y * side * 3, (y + 1) * side * 3), y * (side * 3 + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(KIND)])),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Returns the sides of a PNG file in pixels, like `192x192`, and undefined if it has no header (PNG §11.2.1). */
export function sizesOf(file: Buffer): string | undefined {
  return file.length < 24 ? undefined : `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
