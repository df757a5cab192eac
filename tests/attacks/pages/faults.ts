export function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  )
}

export function faultsOfHeaders({ headers, status }: Response): string[] {
  const wanted: Record<string, RegExp> = {
    'strict-transport-security': /^max-age=\d{8,}; includeSubDomains/,
    'x-content-type-options': /^nosniff$/,
    'x-frame-options': /^DENY$/,
    'referrer-policy': /^no-referrer$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
  }
  const wrong = Object.entries(wanted)
    .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ''))
    .map(([name]) => `${name} is ${headers.get(name)}`)
  return [
    ...wrong,
    ...(headers.has('x-powered-by') ? ['it says what it is made with'] : []),
    ...(status >= 500 ? ['a fault'] : []),
  ]
}

export function faultsOfPolicy(policy: Map<string, string[]>, isPage: boolean, path: string): string[] {
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? []
  const styles = policy.get('style-src') ?? policy.get('default-src') ?? []
  return [
    ...scripts
      .filter((source) => /unsafe|^\*|^https?:|^data:|^blob:/.test(source))
      .map((source) => `scripts may be ${source}`),
    ...(scripts.length === 0 ? ['nothing is said of scripts'] : []),
    ...(isPage && !scripts.includes("'strict-dynamic'") ? ['scripts of the same site run without a nonce'] : []),
    // Letters, which /mailbox shows in a frame, have their own styles.
    ...(path !== '/mailbox' && styles.some((source) => /unsafe/.test(source)) ? ['styles may be inline'] : []),
    ...(isPage ? ['object-src', 'base-uri', 'frame-ancestors'] : [])
      .filter((name) => policy.get(name)?.join() !== "'none'")
      .map((name) => `${name} is ${policy.get(name)?.join(' ')}`),
  ]
}

/** Scripts without the page's nonce, handlers in markup, and anything from another site. */
export function faultsOfPage(html: string, nonce: string | undefined): string[] {
  const tags = [
    ...html
      .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1))
      .matchAll(/<[a-z][^>]*>/gi),
  ].map(([tag]) => tag)
  const scripts = tags.filter((tag) => /^<script\b/i.test(tag))
  return [
    ...scripts
      .filter((tag) => nonce === undefined || !tag.includes(`nonce="${nonce}"`))
      .map((tag) => `no nonce in ${tag.slice(0, 80)}`),
    ...tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag)).map((tag) => `a handler in ${tag.slice(0, 80)}`),
    ...tags
      .filter((tag) => /(?:href|src|action)\s*=\s*"\s*(?:javascript:|https?:|\/\/)/i.test(tag))
      .map((tag) => `another site in ${tag.slice(0, 80)}`),
  ]
}
