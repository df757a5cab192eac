import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAddress } from '#db/engine/postgres/address.ts'

describe('the address of a PostgreSQL', () => {
  test('names hosts, a user, a password and a database', () => {
    expect(readAddress('postgres://ada:p%40ss%2Fword@127.0.0.1:6543/latch%20key')).toEqual({
      hosts: [{ host: '127.0.0.1', port: 6543 }],
      user: 'ada',
      password: 'p@ss/word',
      database: 'latch key',
      ssl: false,
    })
    expect(readAddress('postgresql://ada@localhost/it')).toMatchObject({
      hosts: [{ host: 'localhost', port: 5432 }],
      password: undefined,
    })
  })

  test('may list several hosts, also of IPv6', () => {
    expect(readAddress('postgres://ada@db1.example,[fd00::2]:7000,db3.example:1/it').hosts).toEqual([
      { host: 'db1.example', port: 5432 },
      { host: 'fd00::2', port: 7000 },
      { host: 'db3.example', port: 1 },
    ])
  })

  test('of another machine is encrypted and verified, unless it says otherwise', () => {
    expect(readAddress('postgres://ada@db.example/it').ssl).toEqual({})
    expect(readAddress('postgres://ada@127.0.0.1,db.example/it').ssl).toEqual({})
    expect(readAddress('postgres://ada@db.example/it?sslmode=require').ssl).toEqual({})
    expect(readAddress('postgres://ada@db.example/it?sslmode=disable').ssl).toBe(false)
    expect(readAddress('postgres://ada@localhost/it?sslmode=verify-full').ssl).toEqual({})
  })

  test('may name the authority of its certificate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'ca.pem'), 'its text')
    expect(readAddress(`postgres://ada@db.example/it?sslrootcert=${join(folder, 'ca.pem')}`).ssl).toEqual({
      ca: 'its text',
    })
  })

  test.each([
    ['mysql://ada@db.example/it', 'must be like postgres://'],
    ['postgres://ada@db.example', 'must be like postgres://'],
    ['postgres://ada@db.example/', 'must be like postgres://'],
    ['postgres://ada@/it', 'must be like postgres://'],
    ['postgres://db.example/it', 'must name the user'],
    ['postgres://ada:secret-word@db.example:0/it', 'must list hosts'],
    ['postgres://ada:secret-word@db.example:99999/it', 'must list hosts'],
    ['postgres://ada:secret-word@one,,two/it', 'must list hosts'],
    ['postgres://ada:secret%word@db.example/it', 'must write a percent sign'],
    ['postgres://ada:secret-word@db.example/it?sslmode=prefer', 'must have one of'],
    ['postgres://ada:secret-word@db.example/it?sslmode=verify-ca', 'must have one of'],
    ['postgres://ada:secret-word@db.example/it?options=-csearch_path', 'has options'],
    ['postgres://ada:secret-word@db.example/it?sslrootcert=/no/such/file', 'cannot be read'],
  ])('is refused in a sentence that keeps the password: %s', (text, sentence) => {
    expect(() => readAddress(text)).toThrow(sentence)
    expect(() => readAddress(text)).not.toThrow('secret-word')
  })
})
