import { describe } from 'vitest'
import { engineContract } from './contract.ts'
import { orderContract } from './order.ts'
import { togetherContract } from './together.ts'
import { openDatabase } from '#tests/db/engine/sqlite-steps.ts'

describe('SQLite as the engine', () => {
  engineContract((sources) => openDatabase({ sources }), 'blob')
})

describe('SQLite with transactions in a queue', () => {
  orderContract((sources) => openDatabase({ sources }))
})

describe('SQLite with concurrent transactions', () => {
  togetherContract((sources) => openDatabase({ sources }))
})
