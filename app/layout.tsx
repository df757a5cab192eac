import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { KeepFocus } from '#app/_ui/layout/keep-focus.tsx'
import { ServerClock } from '#app/_ui/time/server-clock.tsx'
import { SkipLink } from '#app/_ui/layout/skip-link.tsx'
import { AllWords, currentLanguage, words } from '#app/_web/words.tsx'
import { currentTheme } from '#app/_web/theme.ts'
import { brandFiles, product, serverNow } from '#app/_web/product.ts'
import '#app/globals.css'

/** Titles of all pages end in the product's name; only the pages that say so ask to be found. */
export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { name } = product()
  const { icon, touchIcon, manifest } = brandFiles()
  const say = await words('components')
  return {
    title: { default: name, template: `%s · ${name}` },
    description: say('description'),
    applicationName: name,
    robots: { index: false, follow: false },
    manifest,
    icons: { icon: icon ?? '/icon.svg', apple: touchIcon },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

/** The colour of a page in each theme, for the browser's own bars. */
const BARS = { light: '#f6f8f7', dark: '#0c1110' }

/** The bars of the browser follow the chosen theme, or else the device. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await currentTheme()
  return {
    width: 'device-width',
    initialScale: 1,
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: BARS.light },
            { media: '(prefers-color-scheme: dark)', color: BARS.dark },
          ]
        : BARS[theme],
  }
}

/** The document around every page. Rendered per request, so that the nonce of the policy reaches the scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const { stylesheet } = brandFiles()
  const theme = await currentTheme()
  return (
    <html lang={await currentLanguage()} data-theme={theme === 'system' ? undefined : theme}>
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
