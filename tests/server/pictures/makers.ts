import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { Answer, Client } from '#tests/helpers/client.ts'

const PATH = '/api/account/picture'

/** A picture with some colours: no flat area that a wrong crop could hide in. */
export function painted(width = 300, height = 200): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = ((at * 37) ^ (at >> 9)) & 255
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** A picture whose left half is red and whose right half is blue. */
export function halves(width: number, height: number): Sharp {
  const left = { create: { width: width / 2, height, channels: 3, background: '#f00' } } as const
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

/** A black PNG of one bit a pixel, whole and of few bytes, however large it becomes when it is decoded. */
export function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const lines = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)), { level: 9 })
  return Buffer.concat([PNG_HEAD, chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))])
}

export const PNG_HEAD = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Sends a file as the person’s picture. */
export function sendPicture({ send }: Client, type: string, bytes: Uint8Array): Promise<Answer> {
  return send('PUT', PATH, new Uint8Array(bytes), { 'content-type': type })
}

/** The bytes of the person’s picture, as their browser gets them. */
export async function pictureOf({ get }: Client): Promise<Buffer> {
  const { file } = await get(PATH)
  if (!file) throw new Error('There is no picture.')
  return file
}

/** The average colour of a part of a picture: red, green, blue. */
export async function colourAt(picture: Buffer, left: number, top: number): Promise<number[]> {
  const part = await sharp(picture).removeAlpha().extract({ left, top, width: 16, height: 16 }).toBuffer()
  const { channels } = await sharp(part).stats()
  return channels.map(({ mean }) => Math.round(mean))
}
