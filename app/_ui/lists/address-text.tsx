/** An address that, where it does not fit, breaks before its domain rather than anywhere. */
export function AddressText({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <>
      <span>{address.slice(0, at)}</span>
      <wbr />
      <span>{address.slice(at)}</span>
    </>
  )
}
