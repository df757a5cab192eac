/** Prefixes a byte order mark, which the specification strips. */
export function withByteOrderMark(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), honest])
}

/** Puts a byte into a string that UTF-8 does not know. */
export function invalidUtf8(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xff, 0xc0]), Buffer.from('",'), honest.subarray(1)])
}

/** Says a member twice; the honest one stands last, where JSON.parse looks. */
export function withDuplicate(name: string, value: unknown): (honest: Buffer) => Buffer {
  return (honest) =>
    Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:${JSON.stringify(value)},`), honest.subarray(1)])
}

/** Wraps the client data in an array. */
export function asArray(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from('['), honest, Buffer.from(']')])
}
