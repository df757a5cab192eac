/** Prefixes a byte order mark, which the specification strips. */
export function withByteOrderMark(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), honest])
}

/** Puts a byte that is invalid in UTF-8 into a string. */
export function invalidUtf8(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xff, 0xc0]), Buffer.from('",'), honest.subarray(1)])
}

/** Writes a member twice; the honest one comes last, and JSON.parse keeps it. */
export function withDuplicate(name: string, value: unknown): (honest: Buffer) => Buffer {
  return (honest) =>
    Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:${JSON.stringify(value)},`), honest.subarray(1)])
}

/** Wraps the client data in an array. */
export function asArray(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from('['), honest, Buffer.from(']')])
}
