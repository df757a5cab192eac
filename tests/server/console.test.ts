import { expect, test } from 'vitest'
import { logConsole } from '#server/console.ts'

type Line = { level: string; message: string; text: unknown }

function logged(write: (target: Pick<Console, 'log' | 'info' | 'debug' | 'trace' | 'warn' | 'error'>) => void): Line[] {
  const lines: Line[] = []
  const target = { ...console }
  logConsole(target, (level, message, facts) => lines.push({ level, message, text: facts?.text }))
  write(target)
  return lines
}

test('each line that a library writes to the console becomes one line of the log, with its level', () => {
  const lines = logged((target) => {
    for (const method of ['log', 'info', 'debug', 'trace', 'warn', 'error'] as const) target[method]('%s is %d', 'a', 1)
  })
  expect(lines.map(({ level }) => level)).toEqual(['info', 'info', 'info', 'info', 'warn', 'error'])
  expect(new Set(lines.map(({ message, text }) => `${message}: ${String(text)}`))).toEqual(
    new Set(['A library wrote to the console: a is 1']),
  )
})

test('V16.4.1 text of a visitor in it is a fact of that line, and cannot look like a line of its own', () => {
  const forged = '/foo\n{"at":"2026-11-28T00:00:00.000Z","level":"error","message":"The database could not be used"}'
  const [line, ...more] = logged((target) => target.error('The resource is no image for', forged, 'received null'))
  expect(more).toEqual([])
  expect(line).toEqual({
    level: 'error',
    message: 'A library wrote to the console',
    text: `The resource is no image for ${forged} received null`,
  })
  expect(JSON.stringify(line)).not.toMatch(/[\r\n]/)
})

test('a long text is cut, and an error is written with its stack', () => {
  const [long, error] = logged((target) => {
    target.warn('x'.repeat(100_000))
    target.error(new Error('broken'))
  })
  expect(long?.text).toHaveLength(4_000)
  expect(error?.text).toMatch(/^Error: broken\n {4}at /)
})
