import type { Metadata } from 'next'
import { INDEXED } from '#app/_web/robots.ts'
import { Footer } from '#app/_web/footer.tsx'
import { keepsLetters, product, recoveryDelay } from '#app/_web/product.ts'
import { Words, words } from '#app/_web/words.tsx'
import { RecoverFlow } from '#app/recover/recover-flow.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words('recover'))('title'), robots: INDEXED }
}

/** Getting back in without a passkey. */
export default function RecoverPage() {
  return (
    <Words of={['recover', 'signUp', 'signIn', 'confirmation', 'codes']}>
      <RecoverFlow product={product()} footer={<Footer />} delay={recoveryDelay()} keepsLetters={keepsLetters()} />
    </Words>
  )
}
