'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { buttonLook } from '#app/_ui/button-look.ts'
import { ChevronRight, Circle, CircleCheck } from '#app/_ui/icons.ts'

/** Says that the account is made, and what makes it hard to lose. */
export function DoneStep({ next }: { next: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl">
        You’re in
      </h1>
      <p className="mt-1.5 mb-6 text-soft">Your account is made and you are signed in. One more thing makes it hard to lose:</p>
      <ul className="mb-7 overflow-hidden rounded-lg border border-line">
        <li className="flex items-center gap-3 px-4 py-3.5">
          <CircleCheck aria-label="Done:" className="size-5 shrink-0 text-link" />
          <span>Your first passkey</span>
        </li>
        <li className="border-t border-line">
          <Link href="/account/passkeys" className="flex items-center gap-3 px-4 py-3.5 hover:bg-sunken">
            <Circle aria-label="To do:" className="size-5 shrink-0 text-edge" />
            <span className="flex-1">
              <span className="font-medium">Add a second passkey</span>
              <span className="block text-sm text-soft">On another device or a security key, for the day this one is gone.</span>
            </span>
            <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-soft" />
          </Link>
        </li>
      </ul>
      {/* A whole new page: everything kept from before the account was made goes. */}
      <a href={next} className={`${buttonLook('primary', 'normal')} w-full`}>
        Go to your account
      </a>
    </>
  )
}
