/** Returns an address that its owner recognizes and nobody else can write to: the first letter, and the domain. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(at)}`
}
