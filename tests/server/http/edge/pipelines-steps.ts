import { createApi } from '#server/http/api.ts'
import { type TestWorld } from '#tests/helpers/world.ts'

export const FORM = 'application/x-www-form-urlencoded'

/** Sends requests from this machine, with the headers that are named and no others. */
export function sender(world: TestWorld, more?: Parameters<typeof createApi>[1]) {
  const api = createApi(world, more)
  return async (method: string, path: string, named: Record<string, string> = {}, body?: string) => {
    const headers = { ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }), ...named }
    return api.request(`${world.config.origin}${path}`, { method, headers, body }, { ip: '127.0.0.1' })
  }
}
