'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The title of a step. It takes the focus when the step appears, so that reading starts there. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl">
      {children}
    </h1>
  )
}
