export type TabMemory<Progress> = { keep: (progress: Progress) => void; kept: () => Progress | undefined }

/**
 * Keeps the step of a flow in this tab: phones drop a page while its owner reads mail in another app. `lifetimes` says how long a
 * step can be returned to (milliseconds), from `sentAt` on if its letter leaves later; a step without one is not kept, and what was
 * kept before it is forgotten.
 */
export function tabMemory<Progress extends { step: string; sentAt?: number }>(
  key: string,
  lifetimes: Partial<Record<Progress['step'], number>>,
): TabMemory<Progress> {
  return {
    keep(progress) {
      const lifetime = lifetimes[progress.step as Progress['step']]
      try {
        if (lifetime === undefined) sessionStorage.removeItem(key)
        else
          sessionStorage.setItem(
            key,
            JSON.stringify({ progress, until: Math.max(Date.now(), progress.sentAt ?? 0) + lifetime }),
          )
      } catch {
        // In a browser without storage the flow begins again after a reload; nothing else is lost.
      }
    },
    kept() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return isKept<Progress>(kept) && kept.until > Date.now() ? kept.progress : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** Only this file writes under these keys: what has the two parts is what was kept. */
function isKept<Progress>(value: unknown): value is { progress: Progress; until: number } {
  return typeof value === 'object' && value !== null && 'progress' in value && 'until' in value
}
