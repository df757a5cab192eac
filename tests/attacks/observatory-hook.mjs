// Loaded into the observatory's process before it: its target's name is this machine, and the list of preloaded hosts, which an
// install script would have fetched, is empty. It would not hold a name in .example anyway.
import dns from 'node:dns'
import fs from 'node:fs'

const { lookup } = dns
dns.lookup = (host, ...rest) => lookup(host.endsWith('.example') ? '127.0.0.1' : host, ...rest)

const { readFileSync } = fs
fs.readFileSync = (file, ...rest) =>
  String(file).endsWith('hsts-preload.json') && !fs.existsSync(file) ? '{}' : readFileSync(file, ...rest)
