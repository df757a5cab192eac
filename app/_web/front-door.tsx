import type { ReactNode } from 'react'
import { Door } from '#app/_ui/layout/door.tsx'
import { Footer } from '#app/_web/footer.tsx'
import { product } from '#app/_web/product.ts'

/** The page around everything done before signing in, with the operator's name and footer. */
export function FrontDoor({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <Door product={product()} below={below} footer={<Footer />}>
      {children}
    </Door>
  )
}
