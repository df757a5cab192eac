import { z } from 'zod'
import { Environment } from '#server/config/settings.ts'

const WIDTH = 100

/** One setting as the documents show it. `fallback` says in words what a default depends on. */
export type Setting = { name: string; description: string; unit: string; default?: string; fallback?: string }

/** Every setting of the schema, in its order. Refuses one whose text is not complete. */
export function readSettings(environment: z.ZodObject = Environment): Setting[] {
  const { properties = {} } = z.toJSONSchema(environment, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => {
    const setting = { name, ...(typeof property === 'object' ? property : {}) }
    if (!isSetting(setting))
      throw new Error(
        `${name} needs .meta({ description, unit }), and a default or a fallback, in server/config/config.ts.`,
      )
    return setting
  })
}

function isSetting(setting: { name: string; [member: string]: unknown }): setting is Setting {
  const isText = (member: unknown) => typeof member === 'string' && member !== ''
  const { description, unit, fallback, default: value } = setting
  return isText(description) && isText(unit) && isText(value) !== isText(fallback)
}

/** docs/configuration.md */
export function configurationPage(settings: Setting[]): string {
  return `# Configuration

<!-- Written by \`npm run docs\` from the schema in server/config/config.ts. Do not edit. -->

Settings are environment variables. Latchkey checks all of them at start and names every fault at once. An empty variable
counts as not set. Each setting can also be given as a file: \`<NAME>_FILE\` holds the path, and the file holds the value.
[.env.example](../.env.example) lists the same settings as a file to copy.

| setting | default | meaning | value |
|---|---|---|---|
${settings.map(rowOf).join('\n')}

[operations.md](operations.md) shows which of them a server on the internet needs, and how to rotate the secret.
`
}

function rowOf({ name, description, unit, fallback, ...setting }: Setting): string {
  const value = fallback ?? `\`${setting.default}\``
  return `| ${[`\`${name}\``, value, description, unit].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** .env.example: every setting, commented out, with its default. */
export function environmentExample(settings: Setting[]): string {
  const head = `# Written by \`npm run docs\` from the schema in server/config/config.ts. Do not edit.
#
# Every setting, commented out. Copy this file to .env, change what you need, and load it into the environment: Latchkey
# reads environment variables, not files. With systemd: EnvironmentFile=/path/to/.env. In a shell:
#   set -a; . ./.env; set +a; npm start
# Quote a value that has spaces. Each setting can also be given as a file: <NAME>_FILE=/path/to/the/value.
`
  return [head, ...settings.map(entryOf)].join('\n')
}

function entryOf({ name, description, unit, fallback, ...setting }: Setting): string {
  const lines = [
    ...wrapped(description),
    `Value: ${unit}.`,
    ...(fallback === undefined ? [] : [`Default: ${fallback}.`]),
  ].map((line) => `# ${line.replaceAll('`', '')}\n`)
  return `${lines.join('')}#${name}=${setting.default ?? ''}\n`
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
