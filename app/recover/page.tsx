import type { Metadata } from 'next'
import { keepsLetters, productName } from '#app/_web/product.ts'
import { recoveryDelay } from '#app/_web/recovery.ts'
import { RecoverFlow } from '#app/recover/recover-flow.tsx'

export const metadata: Metadata = { title: 'I can’t use my passkey' }

/** The one door for whoever cannot use their passkey. */
export default function RecoverPage() {
  return <RecoverFlow name={productName()} delay={recoveryDelay()} keepsLetters={keepsLetters()} />
}
