import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { emailOTP } from 'better-auth/plugins'
import Database from 'better-sqlite3'

const database = new Database(process.env.DATABASE_FILE ?? ':memory:')
database.pragma('journal_mode = WAL')

/**
 * better-auth for production, as in its documentation: passkeys, e-mail and password, one SQLite file in WAL. The rate
 * limit is off (ours is scaled for the same reason), and so is telemetry. COOKIE_CACHE=1 turns on the cookie cache,
 * which is off by default: for five minutes a session is accepted without a query. Codes by mail are a function of the
 * address, so that the driver knows them; no letter is sent.
 */
export const auth = betterAuth({
  appName: 'bench',
  baseURL: process.env.ORIGIN,
  secret: process.env.SECRET,
  database,
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  session: { cookieCache: { enabled: process.env.COOKIE_CACHE === '1', maxAge: 300 } },
  plugins: [
    passkey({ rpName: 'bench' }),
    emailOTP({
      generateOTP: ({ email }) =>
        String(
          createHmac('sha256', process.env.SECRET ?? '')
            .update(email)
            .digest()
            .readUIntBE(0, 6) % 1_000_000,
        ).padStart(6, '0'),
      sendVerificationOTP: async () => {},
    }),
  ],
})
