import { z } from 'zod'
import { type Address, AddressError, readAddress } from '#db/engine/postgres/address.ts'
import { DURATION, duration, MINUTE, SECOND } from '#server/config/duration.ts'

/** The settings of PostgreSQL and of instances that share it. */
export const DATABASE_SETTINGS = {
  DATABASE_URL: z
    .string()
    .optional()
    .transform((text, context) => (text === undefined ? undefined : addressIn(text, context)))
    .meta({
      description:
        'The PostgreSQL (14 or later) to use instead of the embedded database. Several hosts may be listed, of which the primary is used. A connection to another machine is encrypted and verified: `?sslrootcert=<file>` names the authority, and `?sslmode=disable` turns encryption off, for a private network only.',
      unit: '`postgres://user:password@host:port/database`',
      fallback: 'none: the embedded database in `DATA_DIR`',
    }),
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be the number of connections, 1 to 500')
    .default('10')
    .transform(Number)
    .refine((count) => count >= 1 && count <= 500, 'must be the number of connections, 1 to 500')
    .meta({
      description:
        'How many connections to PostgreSQL one instance opens for changes at most, and as many again for reading.',
      unit: '1 to 500',
    }),
  DATABASE_TIMEOUT: duration('5s')
    .refine((ms) => ms >= SECOND && ms <= MINUTE, 'must be at least 1s and at most 1m')
    .meta({
      description:
        'The longest time for one statement of PostgreSQL, and for waiting for a connection or a lock. Then the request is answered with 503.',
      unit: DURATION,
    }),
  INSTANCES: z
    .string()
    .regex(/^\d{1,3}$/, 'must be the number of instances, 1 to 999')
    .default('1')
    .transform(Number)
    .refine((count) => count >= 1, 'must be the number of instances, 1 to 999')
    .meta({
      description:
        'How many instances share the PostgreSQL. Each counts reads and pages by itself, so it allows its share of these two limits.',
      unit: '1 to 999',
    }),
}

function addressIn(text: string, context: z.RefinementCtx): Address | undefined {
  try {
    return readAddress(text)
  } catch (error) {
    if (!(error instanceof AddressError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return undefined
  }
}
