import { describe, onTestFinished } from 'vitest'
import type { Database as Engine } from '#db/engine/database.ts'
import type { Sources } from '#db/engine/postgres/transaction.ts'
import { engineContract } from '#tests/db/engine/contract.ts'
import { togetherContract } from '#tests/db/engine/together.ts'
import { makeEmpty, openSoon } from './databases.ts'

function open(sources: Sources): Engine {
  const making = makeEmpty()
  onTestFinished(async () => (await making).drop())
  return openSoon(making, sources)
}

describe('PostgreSQL as the engine', () => {
  engineContract(open, 'bytea')
})

describe('PostgreSQL with concurrent transactions', () => {
  togetherContract(open)
})
