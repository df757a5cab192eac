import { randomBytes } from 'node:crypto'
import { transportOf } from '#server/boot.ts'
import { readAddress } from '#server/addresses/address.ts'
import { readConfig } from '#server/config/config.ts'
import { deriveKeys } from '#server/crypto/keys.ts'
import { renderLetter } from '#server/mail/render.ts'
import type { Language } from '#server/words/language.ts'
import { noting } from '#cli/beside.ts'
import { type Call, type Command, type Outcome, Refusal, UsageError } from '#cli/command.ts'

export const mailTest: Command = {
  name: 'mail test',
  summary: 'Sends one test letter at once, and says what the mail server answered',
  usage: ['ADDRESS'],
  about: [
    'The letter leaves through the configured mail server or provider, past the letters that wait. It needs no database. `latchkey check` tries the way without a letter.',
  ],
  options: {
    language: { type: 'string', value: 'en|de', about: 'The language of the letter; en unless it is given.' },
  },
  words: { least: 1, most: 1 },
  examples: [{ line: 'npx latchkey mail test you@example.com', does: 'Sends a letter to yourself.' }],
  run: send,
}

async function send({ words: [typed = ''], options: { language = 'en' }, environment, say }: Call): Promise<Outcome> {
  const to = readAddress(typed)?.address
  if (to === undefined) throw new UsageError(`“${typed}” is no address that letters can go to.`)
  if (!isLanguage(language)) throw new UsageError('--language is en or de.')
  const config = readConfig(environment)
  // The letter has no code and no link of its own, so any keys will do.
  const keys = deriveKeys([config.secrets[0] ?? randomBytes(32).toString('base64url')])
  const transport = transportOf(config, noting(say), keys)
  if (transport.name === 'mailbox')
    throw new Refusal(
      `No mail server is set, and letters stay at ${config.origin}/mailbox: set SMTP_HOST or RESEND_API_KEY.`,
    )
  const id = `test-${randomBytes(12).toString('hex')}`
  const params = { at: Date.now(), ip: '', userAgent: '' }
  const letter = renderLetter({ config, keys }, { id, to, language, letter: 'test-letter', params })
  const answer = await transport.send({ ...letter, id, to })
  return {
    lines: [`The letter to ${to} was accepted. The answer: ${answer}`],
    data: { to, transport: transport.name, accepted: true, answer },
  }
}

function isLanguage(text: unknown): text is Language {
  return text === 'en' || text === 'de'
}
