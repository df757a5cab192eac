'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY = 3_000

/** Reads the page anew every few seconds while somebody is looking. */
export function KeepFresh() {
  const router = useRouter()
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh()
    const timer = setInterval(look, EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router])
  return null
}
