import './require-node.mjs'

const { bootCommand } = await import('../server/boot.ts')
const { readConfig } = await import('../server/config/config.ts')
const { endSessionsAsOperator } = await import('../server/sessions/end.ts')

const [whose] = process.argv.slice(2)
if (whose !== '--everybody' && !whose?.includes('@')) {
  console.error('Usage: npm run end-sessions -- <address> | --everybody   (with the environment of the server)')
  process.exit(2)
}

try {
  const world = bootCommand(readConfig(process.env))
  try {
    const { ended } = await endSessionsAsOperator(world, whose === '--everybody' ? {} : { email: whose })
    console.log(ended === 1 ? 'One session was ended.' : `${ended} sessions were ended.`)
  } finally {
    await world.db.close()
  }
} catch (error) {
  console.error(error.code === 'not_found' ? 'No account has this address.' : error.message)
  process.exit(1)
}
