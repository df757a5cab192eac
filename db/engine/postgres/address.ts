import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'

/** A PostgreSQL server and how to sign in to it. The hosts are tried in their order, until one is the primary. */
export type Address = {
  hosts: { host: string; port: number }[]
  user: string
  password: string | undefined
  database: string
  /** How the connection is encrypted; false for none. */
  ssl: false | ConnectionOptions
}

/** What is wrong with an address, in words that follow the name of its setting. */
export class AddressError extends Error {
  constructor(fault: string) {
    super(fault)
    this.name = 'AddressError'
  }
}

const DEFAULT_PORT = 5432
const FORM =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^/?]*)\/(?<database>[^?]*)(?:\?(?<query>.*))?$/u
const HOST = /^(?<host>\[[0-9a-fA-F:.]+\]|[^:[\]]+)(?::(?<port>\d{1,5}))?$/u
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u
const SSL_MODES = ['disable', 'require', 'verify-full'] as const

/**
 * Reads `postgres://user:password@host:port,host:port/database?sslmode=…&sslrootcert=…`, as libpq writes it (PostgreSQL
 * documentation, 32.1.1 "Connection Strings"). A connection to another machine is encrypted, and the certificate and its
 * host verified, unless `sslmode` is `disable`. Unlike libpq, `require` verifies too. Throws an `AddressError`, which never has the password in it.
 */
export function readAddress(text: string): Address {
  const { user, password, hosts, database, query } = FORM.exec(text)?.groups ?? {}
  if (hosts === undefined || !hosts || !database)
    throw new AddressError('must be like postgres://user:password@host:5432/database')
  if (!user) throw new AddressError('must name the user, like postgres://user:password@host:5432/database')
  const list = hosts.split(',').map(hostOf)
  return {
    hosts: list,
    user: decoded(user),
    password: password === undefined ? undefined : decoded(password),
    database: decoded(database),
    ssl: sslOf(
      query ?? '',
      list.every(({ host }) => LOOPBACK.test(host)),
    ),
  }
}

function hostOf(text: string): { host: string; port: number } {
  const { host, port } = HOST.exec(text)?.groups ?? {}
  const number = Number(port ?? DEFAULT_PORT)
  if (!host || number < 1 || number > 65_535) throw new AddressError('must list hosts like db1:5432,db2:5432')
  return { host: decoded(host).replaceAll(/[[\]]/g, ''), port: number }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AddressError('must write a percent sign in a name or a password as %25')
  }
}

function sslOf(query: string, isLocal: boolean): false | ConnectionOptions {
  const { sslmode, sslrootcert, ...others } = Object.fromEntries(new URLSearchParams(query))
  const [other] = Object.keys(others)
  if (other !== undefined)
    throw new AddressError(`has ${other}, and only sslmode and sslrootcert may follow the question mark`)
  const mode = SSL_MODES.find((known) => known === (sslmode ?? (isLocal ? 'disable' : 'verify-full')))
  if (!mode) throw new AddressError(`must have one of ${SSL_MODES.join(', ')} as its sslmode`)
  if (mode === 'disable') return false
  return sslrootcert === undefined ? {} : { ca: certificateIn(sslrootcert) }
}

function certificateIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new AddressError('names a file in sslrootcert that cannot be read')
  }
}
