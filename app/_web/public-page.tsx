import type { ReactNode } from 'react'
import { PublicFrame } from '#app/_ui/layout/public-frame.tsx'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'

/** A page that needs no session, with the operator's name and footer. */
export function PublicPage({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <PublicFrame product={product()} below={below} footer={<Footer />}>
      {children}
    </PublicFrame>
  )
}
