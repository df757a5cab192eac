import { makeClient } from '#tests/helpers/client.ts'
import type { TestWorld } from '#tests/helpers/world.ts'

/** One route of the API as its document lists it, with unknown ids. A file is sent as it is, and any other body as JSON or a form. */
export type Listed = {
  method: string
  path: string
  template: string
  takesBody: boolean
  takesFile: boolean
  byBrowser: boolean
}

type Operation = { 'x-pipeline': string; requestBody?: { content: Record<string, unknown> } }

/** Every product route, so that the same rules automatically apply to a new one. */
export async function everyRoute(world: TestWorld): Promise<Listed[]> {
  const { body } = await makeClient(world, { ip: '192.0.2.250' }).get('/api/openapi.json')
  const paths = body.paths as Record<string, Record<string, Operation>>
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { requestBody, ...operation }]) => ({
      method: method.toUpperCase(),
      path: `/api${path.replaceAll(/\{(app|key|group)\}/g, 'none').replaceAll(/\{[^}]+\}/g, 'A'.repeat(22))}`,
      template: path,
      takesBody: requestBody !== undefined && !isFile(requestBody),
      takesFile: requestBody !== undefined && isFile(requestBody),
      byBrowser: operation['x-pipeline'] === 'browser',
    })),
  )
}

function isFile({ content }: NonNullable<Operation['requestBody']>): boolean {
  return Object.keys(content).every((type) => type.startsWith('image/'))
}

/** Every write that our own pages send. Programs have no origin, and no cookies. */
export async function everyWrite(world: TestWorld): Promise<Listed[]> {
  return (await everyRoute(world)).filter(({ method, byBrowser }) => method !== 'GET' && byBrowser)
}
