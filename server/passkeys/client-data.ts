/** The browser's description of a ceremony. */
export type ClientData = {
  type: unknown
  challenge: unknown
  origin: unknown
  crossOrigin: boolean
  topOrigin: boolean
}

/**
 * Parses clientDataJSON strictly: UTF-8 (a byte order mark is allowed, WebAuthn L3 §7.1 step 5), one JSON object, each
 * member once. Returns undefined for anything else.
 */
export function readClientData(encoded: string): ClientData | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64url'))
    const data: unknown = JSON.parse(text)
    if (typeof data !== 'object' || data === null || Array.isArray(data) || hasTwin(topLevelNames(text)))
      return undefined
    return {
      type: 'type' in data ? data.type : undefined,
      challenge: 'challenge' in data ? data.challenge : undefined,
      origin: 'origin' in data ? data.origin : undefined,
      crossOrigin: 'crossOrigin' in data && data.crossOrigin !== false,
      topOrigin: 'topOrigin' in data,
    }
  } catch {
    return undefined
  }
}

/** Returns the names of the outermost object's members. The text must be valid JSON. */
function topLevelNames(json: string): string[] {
  const names: string[] = []
  let depth = 0
  let text = ''
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (token === ':' && depth === 1) names.push(String(JSON.parse(text)))
    else text = token
  }
  return names
}

function hasTwin(names: string[]): boolean {
  return new Set(names).size < names.length
}
