import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configurationPage, environmentExample, readSettings } from '../../scripts/docs/configuration.ts'
import { readConfig } from '#server/config/config.ts'
import { Environment } from '#server/config/settings.ts'

const ROOT = join(import.meta.dirname, '../..')
const settings = readSettings()

test('lists every setting of the schema, in its order', () => {
  expect(settings.map(({ name }) => name)).toEqual(Object.keys(Environment.shape))
})

test('shows the default that the server uses', () => {
  const defaults = Object.fromEntries(settings.flatMap(({ name, default: value }) => (value ? [[name, value]] : [])))
  expect(readConfig(defaults)).toEqual(readConfig({}))
  expect(Object.keys(defaults).length).toBeGreaterThan(5)
})

test('the example file is a valid configuration, as it is and with every line uncommented', () => {
  const lines = readFileSync(join(ROOT, '.env.example'), 'utf8').split('\n')
  expect(lines.filter((line) => !/^(#.*)?$/.test(line))).toEqual([])
  const inForce = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^#([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name ? [[name, value] as const] : []
  })
  expect(inForce.map(([name]) => name)).toEqual(Object.keys(Environment.shape))
  expect(readConfig(Object.fromEntries(inForce))).toEqual(readConfig({}))
})

describe('a change of the schema', () => {
  const other = z.object({ LANGUAGE: z.string().default('en').meta({ description: 'It is read.', unit: 'text' }) })

  test('changes both documents', () => {
    expect(configurationPage(readSettings(other))).toContain('| `LANGUAGE` | `en` | It is read. | text |')
    expect(environmentExample(readSettings(other))).toContain('# It is read.\n# Value: text.\n#LANGUAGE=en\n')
  })

  test.each<[string, z.ZodType]>([
    ['no text', z.string().default('en')],
    ['no unit', z.string().default('en').meta({ description: 'It is read.' })],
    ['no default', z.string().optional().meta({ description: 'It is read.', unit: 'text' })],
    ['two defaults', z.string().default('en').meta({ description: 'It is read.', unit: 'text', fallback: 'none' })],
  ])('is refused with %s', (_what, LANGUAGE) => {
    expect(() => readSettings(z.object({ LANGUAGE }))).toThrow(/^LANGUAGE needs/)
  })
})
