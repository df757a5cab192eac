import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { freePort, untilThere } from '#tests/helpers/process.ts'
import { launchServer, type Server } from '#tests/helpers/server.ts'
import { type Balancer, openBalancer } from './balancer.ts'

/** Several instances of the production build on one PostgreSQL, behind one proxy. */
export type House = {
  /** The origin of all of them, which is the proxy's. */
  origin: string
  port: number
  environment: Record<string, string>
  /** The processes that run now, or ran until they were killed. */
  instances: Server[]
  balancer: Balancer
  /** Kills an instance (`kill -9`). */
  kill: (place: number) => Promise<void>
  /** Starts an instance again on the same port and folder. */
  start: (place: number) => Promise<void>
  close: () => Promise<void>
}

type Options = {
  /** The DATABASE_URL of each instance. */
  urls: string[]
  environment?: Record<string, string>
  /** What differs between the instances. */
  own?: Record<string, string>[]
}

/** Starts one instance for each URL at the same moment, and a proxy in front of them, and waits until all serve. */
export async function openHouse({ urls, environment: more = {}, own = [] }: Options): Promise<House> {
  const [port = 0, ...ports] = await freePorts(urls.length + 1)
  const origin = `http://localhost:${port}`
  const environment = {
    ORIGIN: origin,
    SECRET: randomBytes(32).toString('base64url'),
    INSTANCES: String(urls.length),
    TRUSTED_PROXIES: '1',
    ...more,
  }
  const launch = (place: number) => ({ ...environment, DATABASE_URL: urls[place] ?? '', ...own[place] })
  const instances: Server[] = []
  let balancer: Balancer | undefined

  async function end(): Promise<void> {
    await balancer?.close()
    for (const { child } of instances) child.kill('SIGKILL')
    await Promise.all(instances.map(({ ended }) => ended))
    for (const { dataDir } of instances) rmSync(dataDir, { recursive: true, force: true })
  }

  try {
    // It listens first, so that nothing else is given its port meanwhile.
    balancer = await openBalancer(port, ports)
    for (const [place, own] of ports.entries())
      instances.push(await launchServer({ environment: launch(place), port: own }))
    await Promise.all(instances.map((instance) => untilThere(instance, origin)))
  } catch (error) {
    await end()
    throw error
  }
  const at = (place: number): Server => {
    const instance = instances[place]
    if (!instance) throw new Error(`There is no instance ${place}.`)
    return instance
  }
  return {
    origin,
    port,
    environment,
    instances,
    balancer,
    async kill(place) {
      at(place).child.kill('SIGKILL')
      await at(place).ended
    },
    async start(place) {
      const { dataDir, port: own } = at(place)
      const again = await launchServer({ environment: launch(place), dataDir, port: own })
      instances[place] = again
      await untilThere(again, origin)
    },
    close: end,
  }
}

/** Ports that differ, though nothing listens on them yet. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports]
}

/** What all instances have logged. */
export function saidBy({ instances }: Pick<House, 'instances'>): string {
  return instances.map(({ said }) => said()).join('\n')
}
