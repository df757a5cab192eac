import './require-node.mjs'

process.env.NODE_ENV = 'development'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.argv.push('--dev')
await import('../server/main.ts')
