/** Reads an object that was typed as JSON, or names what is wrong with it. */
export function objectIn(
  typed: string,
): { object: Record<string, unknown>; fault?: undefined } | { object?: undefined; fault: 'notJson' | 'notObject' } {
  try {
    const read: unknown = JSON.parse(typed)
    return isObject(read) ? { object: read } : { fault: 'notObject' }
  } catch {
    return { fault: 'notJson' }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
