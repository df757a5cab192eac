import type { TestProject } from 'vitest/node'
import type { Cluster } from './cluster.ts'
import { startPostgres } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of the run’s PostgreSQL, as its superuser. Tests make databases of their own there. */
    postgres: string
    /** Data for servers of a test’s own, so that `initdb` runs once in a run. */
    cluster: Cluster
  }
}

/** Starts one PostgreSQL for the run, and returns what ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgres', server.url)
  project.provide('cluster', server.cluster)
  return () => server.stop()
}
