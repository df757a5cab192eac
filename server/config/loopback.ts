import { BlockList, isIP } from 'node:net'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Returns whether an IP address, an IPv4 address mapped into IPv6 included, is one of this machine's loopback. */
export function isLoopback(ip: string | undefined): boolean {
  const version = isIP(ip ?? '')
  return ip !== undefined && version !== 0 && LOOPBACK.check(ip, version === 4 ? 'ipv4' : 'ipv6')
}
