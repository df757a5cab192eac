import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { helpOf } from '#cli/help.ts'
import { parse } from '#cli/parse.ts'
import { commandsPage } from '../../scripts/docs/cli.ts'
import { ROOT } from '#tests/helpers/process.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'

describe('the help', () => {
  test('names every command with its summary, and ends with 0', async () => {
    const { code, out, err } = await latchkey(['help'])
    expect([code, err]).toEqual([0, ''])
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'))
    expect((await latchkey(['--help'])).out).toBe(out)
  })

  test('of one command has its usage, every option and examples, with `help` and with --help', async () => {
    const { code, out } = await latchkey(['help', 'mail', 'test'])
    expect(code).toBe(0)
    expect(out).toContain('Usage: latchkey mail test ADDRESS\n')
    expect(out).toContain('--language en|de')
    expect(out).toContain('npx latchkey mail test you@example.com')
    expect(await latchkey(['mail', 'test', '--help'])).toMatchObject({ code: 0, out })
  })

  test('of a group names its commands only', async () => {
    const { out } = await latchkey(['help', 'keys'])
    expect(out).toContain('keys list')
    expect(out).not.toContain('backup')
  })

  test.each(COMMANDS)('of $name is whole, and its examples can be run', ({ name, ...command }) => {
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/)
    for (const sentence of [...command.about, ...command.examples.map(({ does }) => does)])
      expect(sentence).toMatch(/^[A-Z`].*\.$/)
    for (const { line } of command.examples) {
      const words = line.replace(/^npx latchkey /, '').split(' ')
      expect(parse(words, COMMANDS)).toMatchObject({ what: 'run', command: { name } })
    }
    expect(helpOf({ name, ...command }).every((line) => line.length <= 160)).toBe(true)
    expect(commandsPage()).toContain(`## ${name}\n`)
  })

  test('is what package.json starts for `npx latchkey` and `npm run latchkey`', () => {
    const { bin, scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      bin: Record<string, string>
      scripts: Record<string, string>
    }
    expect(bin).toEqual({ latchkey: 'cli/latchkey.mjs' })
    expect(existsSync(join(ROOT, 'cli/latchkey.mjs'))).toBe(true)
    for (const name of ['backup', 'end-sessions', 'move', 'verify-activity'])
      expect(scripts[name]).toBe(`node cli/latchkey.mjs ${name}`)
  })
})

describe('a command line that is wrong', () => {
  test.each<[string, string[], string]>([
    ['has no command', [], 'Name a command. See `latchkey help`.'],
    ['has an unknown command', ['launch'], 'There is no command “launch”. See `latchkey help`.'],
    ['has half a command', ['keys'], 'Say `keys list`. See `latchkey help keys`.'],
    ['asks for help about nothing', ['help', 'launch'], 'There is no command “launch”. See `latchkey help`.'],
    ['has an unknown option', ['health', '--quick'], "Unknown option '--quick'. See `latchkey help health`."],
    ['has an option without its value', ['mail', 'test', 'a@b.example', '--language'], 'argument missing'],
    ['has a value for a switch', ['restore', 'x', '--replace=yes'], 'does not take an argument'],
    ['has too few words', ['restore'], '`restore` needs FILE [--replace]. See `latchkey help restore`.'],
    ['has too many words', ['backup', 'a', 'b'], '“b” is one word too many. See `latchkey help backup`.'],
  ])('%s: it ends with 2 and one sentence', async (_, words, sentence) => {
    const { code, out, err } = await latchkey(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('is told as JSON where that is asked for', async () => {
    expect(await latchkeyJson(['health', '--quick'])).toEqual({ code: 2, data: { error: "Unknown option '--quick'." } })
  })
})

test('the faults of the configuration are told as they are, all at once', async () => {
  const { code, out, err } = await latchkey(['check'], { PORT: 'x', SECRET: 'short' })
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(
    /^The configuration has 2 faults:\n {2}- SECRET .*\n {2}- PORT .*\n$|^The configuration has 2 faults:\n {2}- PORT .*\n {2}- SECRET .*\n$/,
  )
})
