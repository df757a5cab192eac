import { documentsOf } from '#tests/requirements/documents.ts'
import { titlesOfTests } from '#tests/requirements/titles.ts'
import { commandsPage } from './cli.ts'
import { configurationPage, environmentExample, readSettings } from './configuration.ts'
import { indexPage, readDecisions } from './decisions.ts'

/** Every document that `npm run docs` writes, by its path. */
export function generatedDocuments(): Record<string, string> {
  const settings = readSettings()
  return {
    ...documentsOf(titlesOfTests()),
    'docs/cli.md': commandsPage(),
    'docs/configuration.md': configurationPage(settings),
    '.env.example': environmentExample(settings),
    'docs/decisions/README.md': indexPage(readDecisions()),
  }
}
