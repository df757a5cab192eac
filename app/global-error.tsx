'use client'

import { buttonLook } from '#app/_ui/button-look.ts'
import { ErrorCard } from '#app/_ui/error-card.tsx'
import '#app/globals.css'

/** The last net, when not even the document around the pages could be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="flex min-h-dvh items-center justify-center px-4 py-10">
          <ErrorCard reference={error.digest}>
            <a href="/" className={`${buttonLook('primary', 'normal')} mt-6 w-full`}>
              Go to the start
            </a>
          </ErrorCard>
        </main>
      </body>
    </html>
  )
}
