import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')

/** Built with the project's own Next. */
export default { turbopack: { root: ROOT }, outputFileTracingRoot: ROOT }
