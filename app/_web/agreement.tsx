import type { ReactNode } from 'react'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { operatorPages } from '#app/_web/product.ts'
import { words } from '#app/_web/words.tsx'

/** What is agreed to by making an account, if the operator has terms. */
export async function Agreement() {
  const say = await words('footer')
  const { terms, privacy } = operatorPages()
  if (terms === undefined) return null
  const linkTo = (href: string) => (text: ReactNode) => (
    <TextLink href={href} className="font-normal">
      {text}
    </TextLink>
  )
  return (
    <p className="text-center text-xs text-soft">
      {privacy === undefined
        ? say.rich('agree', { terms: linkTo(terms) })
        : say.rich('agreeRead', { terms: linkTo(terms), privacy: linkTo(privacy) })}
    </p>
  )
}
