import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error on the console is a fault that the code did not handle. It fails the test that caused it. */
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  vi.restoreAllMocks()
})
