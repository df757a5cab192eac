import { Banner } from '#app/_ui/banner.tsx'

/** Says why there is no passkey button here, and what to do instead. */
export function Unsupported({ secure }: { secure: boolean }) {
  if (!secure) {
    return (
      <Banner tone="warn" title="This address is not secure">
        Browsers only use passkeys over https, or at http://localhost on the same machine. Open this site at its https address.
      </Banner>
    )
  }
  return (
    <Banner tone="warn" title="This browser does not know passkeys">
      Open this page in an up-to-date Chrome, Edge, Firefox or Safari, or on your phone.
    </Banner>
  )
}
