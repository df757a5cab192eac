import { describe } from 'vitest'
import { engineContract } from './contract.ts'
import { togetherContract } from './together.ts'
import { openDatabase } from '#tests/db/engine/sqlite-steps.ts'

describe('SQLite as the engine', () => {
  engineContract((sources) => openDatabase({ sources }))
})

describe('SQLite with concurrent transactions', () => {
  togetherContract((sources) => openDatabase({ sources }))
})
