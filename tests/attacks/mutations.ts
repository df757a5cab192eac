/** Alterations of bytes without regard to their meaning. */
export type Mutation = { label: string; bend: (honest: Buffer) => Buffer }

/** One bit flipped. */
export function flip(bit: number): Mutation {
  return {
    label: `bit ${bit} flipped`,
    bend(honest) {
      const bytes = Buffer.from(honest)
      const at = (bit >> 3) % bytes.length
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit & 7)), at)
      return bytes
    },
  }
}

/** Only the first bytes of it. */
export function cut(length: number): Mutation {
  return { label: `cut to ${length} bytes`, bend: (honest) => honest.subarray(0, Math.min(length, honest.length - 1)) }
}

/** Additional bytes at its end. */
export function lengthened(hex: string): Mutation {
  return { label: `${hex} at its end`, bend: (honest) => Buffer.concat([honest, Buffer.from(hex, 'hex')]) }
}

/** Where in a DER pair of numbers its tags and lengths stand. Altered, they may leave both numbers unchanged (ISO/IEC 8825-1). */
export function frameOf(signature: Buffer): number[] {
  const second = 4 + (signature[3] ?? 0)
  return [0, 1, 2, 3, second, second + 1]
}
