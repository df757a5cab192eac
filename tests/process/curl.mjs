// The part of curl that docs/flows.md uses, on fetch: -sS -b -c -w -X -H --data --data-binary and an address.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const given = { headers: new Headers() }
const args = process.argv.slice(2)
while (args.length > 0) {
  const arg = args.shift()
  if (arg === '-sS') continue
  if (arg === '-H') given.headers.append(...args.shift().split(/:\s*(.*)/s))
  else if (['-b', '-c', '-w', '-X', '--data', '--data-binary'].includes(arg)) given[arg] = args.shift()
  else if (arg.startsWith('http')) given.url = arg
  else throw new Error(`This is not curl, and does not know ${arg}.`)
}

const jar = new Map(
  given['-b'] && existsSync(given['-b']) && readFileSync(given['-b'], 'utf8')
    ? JSON.parse(readFileSync(given['-b'], 'utf8'))
    : [],
)
if (jar.size > 0) given.headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '))
const response = await fetch(given.url, {
  method: given['-X'] ?? 'GET',
  headers: given.headers,
  body: given['--data-binary'] ? readFileSync(given['--data-binary'].replace(/^@/, '')) : given['--data'],
  redirect: 'manual',
})
for (const line of response.headers.getSetCookie()) {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
  if (/;\s*max-age=0(;|$)/i.test(line)) jar.delete(name)
  else jar.set(name, value)
}
if (given['-c']) writeFileSync(given['-c'], JSON.stringify([...jar]))
process.stdout.write(Buffer.from(await response.arrayBuffer()))
if (given['-w'])
  process.stderr.write(
    given['-w'].replace('%{stderr}', '').replace('%{http_code}', response.status).replace('\\n', '\n'),
  )
