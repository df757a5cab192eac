'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The title of a step. It takes the focus when the step appears, so that reading starts there. */
export function StepHeading({ level = 1, children }: { level?: 1 | 2; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <Heading ref={heading} tabIndex={-1} className={level === 1 ? 'text-2xl' : 'text-lg'}>
      {children}
    </Heading>
  )
}
