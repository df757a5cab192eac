import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runProgram } from '#tests/helpers/process.ts'
import { makeFolder, serverAccount } from './account.ts'
import { machineBinaries, packagedBinaries } from './binaries.ts'
import { copyPackage, packagedFolder } from './packaged.ts'

const account = serverAccount()

test('npm brings a PostgreSQL 18 for this platform, which runs where it is or as a copy', () => {
  expect(packagedBinaries(packagedFolder(), account, temporaryFolder())).toMatchObject({ version: 18 })
})

test('an installation that the server’s account cannot enter is copied to a folder that it can enter', () => {
  const hidden = copyOfPackage(makeFolder({}))
  const folder = temporaryFolder()
  // A user other than root owns the folder and enters it all the same.
  const place = account.uid === undefined ? hidden : join(folder, 'native')
  expect(packagedBinaries(hidden, account, folder)).toEqual({ bin: join(place, 'bin'), version: 18 })
})

test('an installation whose files only their owner may read is copied with files that all may read', () => {
  const folder = temporaryFolder()
  const native = copyOfPackage(folder)
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o700)
  const place = account.uid === undefined ? native : join(folder, 'native')
  expect(packagedBinaries(native, account, folder)).toEqual({ bin: join(place, 'bin'), version: 18 })
})

test('several processes may make the links between libraries at once', async () => {
  const native = copyOfPackage(temporaryFolder())
  const links = readdirSync(join(native, 'lib'), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())
  for (const { name } of links) rmSync(join(native, 'lib', name))
  const script = `import { linkLibraries } from './tests/postgres/packaged.ts'; linkLibraries(${JSON.stringify(native)})`
  const programs = Array.from({ length: 4 }, () => runProgram(process.execPath, ['--input-type=module', '-e', script]))
  const ends = await Promise.all(programs.map(async ({ ended, said }) => ({ end: await ended, said: said() })))
  expect(ends).toEqual(programs.map(() => ({ end: 0, said: '' })))
  for (const name of ['libpq.so.5', 'libicuuc.so.60']) expect(existsSync(join(native, 'lib', name)), name).toBe(true)
})

test('without npm’s, a PostgreSQL in PATH is found', () => {
  vi.stubEnv('PATH', join(copyOfPackage(temporaryFolder()), 'bin'))
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(machineBinaries(account)?.version).toBeGreaterThanOrEqual(12)
})

function temporaryFolder(): string {
  const folder = makeFolder(account)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function copyOfPackage(folder: string): string {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const native = packagedFolder()
  if (native === undefined) throw new Error('npm did not install PostgreSQL for this platform.')
  copyPackage(native, join(folder, 'installed'))
  return join(folder, 'installed')
}
