import { BlockList, isIP } from 'node:net'

const OWN = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  OWN.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  OWN.addSubnet(net, bits, 'ipv6')

/** What is known about the location of an address. */
export type Place = { known: 'nothing' | 'own' } | { known: 'part'; part: string }

/**
 * Returns the rough location of an IP address: `own` for a private network, else the first part of the address, which
 * identifies a provider but not a home.
 */
export function roughPlace(ip: string): Place {
  const address = unmapped(ip.split('%')[0] ?? '')
  const version = isIP(address)
  if (version === 0) return { known: 'nothing' }
  if (OWN.check(address, version === 4 ? 'ipv4' : 'ipv6')) return { known: 'own' }
  const start = version === 4 ? address.split('.').slice(0, 3).join('.') : groupsOf(address).slice(0, 3).join(':')
  return { known: 'part', part: version === 4 ? `${start}.x` : `${start}:x` }
}

/** A socket for both versions writes an IPv4 address as `::ffff:192.0.2.1` (RFC 4291 §2.5.5.2). */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Returns the eight groups of an IPv6 address, with `::` expanded. */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address
    .toLowerCase()
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  return [...left, ...Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0'), ...right]
}
