import { lookup } from 'node:dns/promises'
import { isLoopback } from '#server/config/loopback.ts'
import { ask, isHealthy, listening, wordsOf } from '#cli/ask.ts'
import { type Check, fail, type Finding, ok, warn } from '#cli/checks/check.ts'

const DAY_MS = 86_400_000
/** Certificates that are renewed by a program have a month left when it should have run. */
const SOON_DAYS = 14
const TIMEOUT_MS = 5_000

/** Whether the host of ORIGIN has an address. */
export const dns: Check = {
  name: 'dns',
  async run({ config }) {
    const { hostname } = new URL(config.origin)
    const found = await lookup(hostname, { all: true }).catch(() => [])
    const addresses = found.map(({ address }) => address)
    if (addresses.length === 0)
      return fail(`${hostname} has no address: add an A or AAAA record that leads to the proxy, or correct ORIGIN.`)
    if (!config.local && addresses.every(isLoopback))
      return warn(`${hostname} leads to this machine only (${addresses.join(', ')}), as it does from /etc/hosts.`)
    return ok(`${hostname} leads to ${addresses.join(', ')}.`)
  },
}

/** Whether the server answers on this machine, where the proxy finds it. */
export const server: Check = {
  name: 'server',
  async run({ config, now }) {
    const place = listening(config)
    try {
      const answer = await ask(`${place}/api/health`, { timeout: TIMEOUT_MS, now })
      if (isHealthy(answer)) return ok(`The server answers at ${place}.`)
      return fail(`The server at ${place} answers with ${answer.status}: look at its log.`)
    } catch (error) {
      const { code, words } = wordsOf(error)
      return fail(`No server answers at ${place} (${code || words}): start it, or correct PORT and LISTEN.`)
    }
  },
}

/** Whether the server answers at ORIGIN, through the proxy. */
export const origin: Check = {
  name: 'origin',
  async run({ config, health }) {
    try {
      const answer = await health
      if (isHealthy(answer)) return ok(`The server answers at ${config.origin}.`)
      const { location } = answer.headers
      if (location !== undefined)
        return fail(`${config.origin} leads on to ${location}: correct ORIGIN, or let the proxy serve this name.`)
      return fail(`${config.origin} answers with ${answer.status}, and not as Latchkey does: correct the proxy.`)
    } catch (error) {
      const { code, words } = wordsOf(error)
      return fail(`${config.origin} does not answer (${code || words}): start the proxy, or let this machine reach it.`)
    }
  },
}

/** What the proxy passes on, as far as it can be seen from outside. */
export const proxy: Check = {
  name: 'proxy',
  async run({ config, api }) {
    const answer = await api.catch(() => undefined)
    if (!answer) return warn('What the proxy passes on cannot be seen, because ORIGIN does not answer.')
    if (answer.status === 421)
      return fail('The proxy changes the Host header: pass it on, with `proxy_set_header Host $host` in nginx.')
    if (answer.status !== 401)
      return fail(`The proxy does not pass /api/session on: it answers with ${answer.status} where Latchkey says 401.`)
    return hopsOf(config.origin, config.trustedProxies, answer.headers.via?.split(',').length ?? 0)
  },
}

function hopsOf(at: string, trusted: number, named: number): Finding {
  if (at.startsWith('https:') && trusted === 0)
    return warn(
      'ORIGIN is https, so a proxy is in front, and TRUSTED_PROXIES is 0: everybody shares one IP. Set it to 1.',
    )
  if (at.startsWith('http:') && trusted > 0)
    return warn(`TRUSTED_PROXIES is ${trusted}, and ORIGIN needs no proxy: who reaches the server can choose an IP.`)
  if (named > trusted)
    return warn(
      `The answer names ${named} proxies, and TRUSTED_PROXIES is ${trusted}: count those that append to X-Forwarded-For.`,
    )
  if (trusted === 0) return ok('No proxy is expected, and the Host header arrives.')
  return ok(
    `The Host header arrives. TRUSTED_PROXIES is ${trusted}; the log of the server says so if X-Forwarded-For does not fit.`,
  )
}

/** Whether the certificate of ORIGIN is trusted, and for how long. */
export const certificate: Check = {
  name: 'certificate',
  async run({ config, health, now }) {
    if (config.origin.startsWith('http:')) return ok('ORIGIN is http on localhost, which needs no certificate.')
    try {
      const { until } = await health
      if (until === undefined) return warn('The certificate could not be read.')
      const days = Math.floor((until - now()) / DAY_MS)
      const sentence = `The certificate is trusted and valid for ${days} days`
      return days < SOON_DAYS ? warn(`${sentence}: renew it.`) : ok(`${sentence}.`)
    } catch (error) {
      const { code, words } = wordsOf(error)
      if (code === 'CERT_HAS_EXPIRED') return fail('The certificate has expired: renew it.')
      if (/^(?:[A-Z_]*CERT[A-Z_]*|SELF_SIGNED.*|UNABLE_TO_.*|ERR_TLS_.*|ERR_SSL_.*|EPROTO)$/.test(code))
        return fail(`The certificate is not trusted (${code}): ${words}`)
      return warn('The certificate cannot be seen, because ORIGIN does not answer.')
    }
  },
}
