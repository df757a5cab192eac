'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const TICK = 15_000

const Now = createContext(0)

/** Gives the page the server's time and lets it go on, so that a wrong clock on this device changes no sentence. */
export function ServerClock({ now: served, children }: { now: number; children: ReactNode }) {
  const [now, setNow] = useState(served)

  useEffect(() => {
    const ahead = served - Date.now()
    // oxlint-disable-next-line react/set-state-in-effect -- The device's clock can be read in the browser only.
    setNow(served)
    const timer = setInterval(() => setNow(Date.now() + ahead), TICK)
    return () => clearInterval(timer)
  }, [served])

  return <Now value={now}>{children}</Now>
}

/** The server's time, epoch milliseconds, a few seconds old at most. */
export function useNow(): number {
  return useContext(Now)
}
