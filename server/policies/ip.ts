import { isIP } from 'node:net'

/** An IP address as groups of 16 bits: two for IPv4, eight for IPv6. `text` is its one spelling (RFC 5952). */
export type Address = { version: 4 | 6; groups: readonly number[]; text: string }
/** The addresses whose first `bits` are those of `start`. */
export type Range = { start: Address; bits: number; masks: readonly number[] }

/** Returns the address of a text, or undefined. A zone is left out, and an IPv4 address inside IPv6 (`::ffff:192.0.2.1`) is IPv4. */
export function addressOf(text: string): Address | undefined {
  const [address = ''] = text.split('%')
  const version = isIP(address)
  if (version === 4) return version4(address)
  if (version === 6) return version6(address)
  return undefined
}

/** Returns the range of a text like `10.0.0.0/8` or `2001:db8::/32`; one address is a range too. Undefined for anything else. */
export function rangeOf(text: string): Range | undefined {
  const [, address = '', bits] = /^([\d.]+|[\da-f:.]*:[\da-f:.]*)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(text) ?? []
  const start = addressOf(address)
  // IPv4 inside IPv6 would be counted in other bits than the writer’s.
  if (start === undefined || (start.version === 4 && address.includes(':'))) return undefined
  const most = start.groups.length * 16
  const length = Number(bits ?? most)
  return length > most
    ? undefined
    : { start, bits: length, masks: start.groups.map((_, at) => maskOf(length - at * 16)) }
}

/** Tells whether a range has an address. No range of one version has an address of the other. */
export function isInRange({ version, groups }: Address, { start, masks }: Range): boolean {
  if (version !== start.version) return false
  for (let at = 0; at < masks.length; at++) {
    const difference = (groups[at] ?? 0) ^ (start.groups[at] ?? 0)
    if ((difference & (masks[at] ?? 0)) !== 0) return false
  }
  return true
}

/** Returns a group with this many bits set from the left: none below 0, all above 16. */
function maskOf(bits: number): number {
  return (0xffff << (16 - Math.min(Math.max(bits, 0), 16))) & 0xffff
}

function version4(text: string): Address {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number)
  return { version: 4, groups: [a * 256 + b, c * 256 + d], text }
}

function version6(address: string): Address {
  // The URL parser turns every spelling of an address into one form.
  const text = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [left = [], right = []] = text.split('::').map((half) => half.split(':').filter(Boolean).map(hex))
  const groups = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return version4(groups.slice(6).map(dotted).join('.'))
  return { version: 6, groups, text }
}

function hex(group: string): number {
  return Number.parseInt(group, 16)
}

function dotted(group: number): string {
  return `${group >> 8}.${group & 255}`
}
