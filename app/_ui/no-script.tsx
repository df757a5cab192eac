/** Says why nothing moves when JavaScript is off. */
export function NoScript() {
  return (
    <noscript>
      <p className="mt-4 rounded-lg bg-warn-tint px-4 py-3 text-sm text-ink">
        Passkeys need JavaScript: your browser only opens its passkey window when a script asks for it. Please switch it on for this page.
      </p>
    </noscript>
  )
}
