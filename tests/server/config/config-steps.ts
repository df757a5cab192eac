import { ConfigError, readConfig } from '#server/config/config.ts'

export type Environment = Record<string, string>

export const HOUR = 3_600_000

export const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'

/** The settings that a server on the internet needs, and no others. */
export const PUBLIC: Environment = {
  ORIGIN: 'https://id.example.com',
  SECRET,
  RESEND_API_KEY: 're_key',
  MAIL_FROM: 'Latchkey <id@example.com>',
}

export function faultsOf(environment: Environment): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}
