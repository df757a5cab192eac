/** Exits with a clear message if Node is too old to run TypeScript directly. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Latchkey needs Node 22.18 or newer, and this is ${process.versions.node}. "npm ci" brings the right one; start Latchkey with "npm start".\n`,
  )
  process.exit(1)
}
