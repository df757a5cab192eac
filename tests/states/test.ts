import type { Page } from '@playwright/test'
import type { Language } from '#server/words/language.ts'
import { wordsIn } from '#server/words/translate.ts'
import { signUpByRequests } from '#tests/e2e/sign-up.ts'
import { test as base } from '#tests/e2e/test.ts'
import { STORIES } from '#tests/states/all.ts'
import type { Scene } from '#tests/states/story.ts'
import { kitWords } from '#tests/states/words.ts'

export { expect, type Page, watchErrors } from '#tests/e2e/test.ts'

const NAMES = [
  'mira',
  'jonas',
  'ada',
  'emil',
  'lea',
  'tom',
  'nora',
  'paul',
  'ida',
  'ben',
  'clara',
  'max',
  'rosa',
  'finn',
  'ella',
  'karl',
  'maja',
  'otto',
  'lina',
  'hugo',
  'greta',
  'anton',
  'frida',
  'oskar',
]

/** When every story begins: a Tuesday morning (milliseconds). */
const MORNING = Date.UTC(2030, 0, 15, 9, 30)

type Fixtures = { language: Language; scene: Scene }

/** The browser tests' own test, with a scene for stories: named people, one morning, one time zone. */
export const test = base.extend<Fixtures>({
  timezoneId: 'Europe/Berlin',
  contextOptions: { reducedMotion: 'reduce' },
  language: ({ locale }, use) => use(locale?.startsWith('de') ? 'de' : 'en'),
  words: ({ language }, use) => use(kitWords(language)),
  address: ({}, use, { title }) =>
    use(`${NAMES[STORIES.findIndex(({ name }) => title.endsWith(name)) % NAMES.length] ?? 'eve'}@example.com`),
  scene: async ({ page, newcomer, passkeys, mailbox, clock, language, server, origin, browser }, use) => {
    await clock.jump({ seconds: Math.round((MORNING - (await clock.now())) / 1_000) })
    const opened: Page[] = []
    await use({
      page,
      // The story of signing up goes through the pages by itself.
      person: { ...newcomer, signUp: () => signUpByRequests(newcomer, mailbox, origin) },
      passkeys,
      mailbox,
      clock,
      language,
      dataDir: server.dataDir,
      say: (namespace) => wordsIn(language, namespace),
      async withoutScript() {
        const context = await browser.newContext({
          javaScriptEnabled: false,
          storageState: await page.context().storageState(),
        })
        const other = await context.newPage()
        opened.push(other)
        return other
      },
    })
    for (const other of opened) await other.context().close()
  },
})
