import { testWalks } from './test-walks.ts'

testWalks(401)
