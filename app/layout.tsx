import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { KeepFocus } from '#app/_ui/layout/keep-focus.tsx'
import { ServerClock } from '#app/_ui/time/server-clock.tsx'
import { SkipLink } from '#app/_ui/layout/skip-link.tsx'
import { AllWords, currentLanguage, words } from '#app/_web/words.tsx'
import { brandFiles, product, serverNow } from '#app/_web/product.ts'
import '#app/globals.css'

/** Titles of all pages end in the product's name; only the pages that say so ask to be found. */
export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { name } = product()
  const { icon } = brandFiles()
  const say = await words('components')
  return {
    title: { default: name, template: `%s · ${name}` },
    description: say('description'),
    applicationName: name,
    robots: { index: false, follow: false },
    ...(icon !== undefined && { icons: { icon } }),
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f8f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1110' },
  ],
}

/** The document around every page. Rendered per request, so that the nonce of the policy reaches the scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const { stylesheet } = brandFiles()
  return (
    <html lang={await currentLanguage()}>
      <body>
        {stylesheet !== undefined && <link rel="stylesheet" href={stylesheet} precedence="brand" />}
        <AllWords of={['components', 'faults', 'trouble']}>
          <SkipLink />
          <KeepFocus />
          <ServerClock now={serverNow()}>{children}</ServerClock>
        </AllWords>
      </body>
    </html>
  )
}
