import { describe, expect, test } from 'vitest'
import { readTarget } from '#server/http/edge/target.ts'

const PUBLIC = 'https://id.example.com'
const LOCAL = 'http://localhost:3000'

describe('a request is for us', () => {
  test.each([
    [PUBLIC, 'id.example.com'],
    [PUBLIC, 'id.example.com:443'],
    [PUBLIC, 'id.example.com:'],
    [PUBLIC, 'ID.Example.COM'],
    [PUBLIC, 'id.example.com.'],
    [PUBLIC, 'ID.EXAMPLE.COM.:443'],
    ['https://id.example.com:8443', 'id.example.com:8443'],
    ['https://id.example.com:8443', 'Id.example.com.:8443'],
    [LOCAL, 'localhost:3000'],
    [LOCAL, 'LOCALHOST:3000'],
    [LOCAL, 'localhost.:3000'],
    ['http://localhost', 'localhost:80'],
  ])('RFC 9110 at %s if its host is %s', (origin, host) => {
    expect(readTarget('/a?b=//c', host, origin)).toEqual({ path: '/a?b=//c', ours: true })
  })

  test.each([
    [PUBLIC, 'https://id.example.com/a?b', '/a?b'],
    [PUBLIC, 'https://ID.example.com:443/a', '/a'],
    [PUBLIC, 'HTTPS://id.example.com./a', '/a'],
    [PUBLIC, 'http://id.example.com/a', '/a'],
    [PUBLIC, 'http://id.example.com:80/a', '/a'],
    [PUBLIC, 'https://id.example.com', '/'],
    [PUBLIC, 'https://id.example.com?a', '/?a'],
    [LOCAL, 'http://localhost:3000/api/health', '/api/health'],
  ])('RFC 9112 at %s if its line has the whole address %s, whatever its Host header is', (origin, url, path) => {
    for (const host of ['id.example.com', 'evil.example', undefined])
      expect(readTarget(url, host, origin)).toEqual({ path, ours: true })
  })
})

describe('a request is not for us', () => {
  test.each([
    [PUBLIC, 'example.com'],
    [PUBLIC, 'evil.example'],
    [PUBLIC, 'id.example.com.evil.example'],
    [PUBLIC, 'id.example.com..'],
    [PUBLIC, '.id.example.com'],
    [PUBLIC, 'id.example.com:80'],
    [PUBLIC, 'id.example.com:4430'],
    [PUBLIC, 'id.example.com:0443'],
    [PUBLIC, 'id.example.com:443:443'],
    [PUBLIC, 'id.example.com:443@evil.example'],
    [PUBLIC, 'evil@id.example.com'],
    [PUBLIC, 'id.example.com/'],
    [PUBLIC, 'id.example.com, evil.example'],
    [PUBLIC, ' id.example.com'],
    [PUBLIC, 'id.example.com%2eevil.example'],
    [PUBLIC, 'ıd.example.com'],
    [PUBLIC, ''],
    [LOCAL, 'localhost'],
    [LOCAL, 'localhost:80'],
    [LOCAL, '127.0.0.1:3000'],
    [LOCAL, '[::1]:3000'],
    [LOCAL, 'localhost:3000.evil.example'],
  ])('K15 at %s if its host is %j', (origin, host) => {
    expect(readTarget('/a', host, origin)).toEqual({ path: '/a', ours: false })
    expect(readTarget('/a', undefined, origin)).toEqual({ path: '/a', ours: false })
  })

  test.each([
    'http://evil.example/',
    'https://evil.example/api/health',
    'https://id.example.com.evil.example/',
    'https://id.example.com@evil.example/',
    'https://evil.example\\id.example.com/',
    'https://id.example.com\\.evil.example/',
    'https://id.example.com:80/',
    'https:///id.example.com/',
  ])('K15 if its line has the whole address %s', (url) => {
    expect(readTarget(url, 'id.example.com', PUBLIC)?.ours ?? false).toBe(false)
  })

  test.each(['*', '', 'id.example.com', 'id.example.com:443', 'ftp://id.example.com/', 'a/b', '\\a'])(
    'K15 if its target has no form that a server answers: %j',
    (url) => {
      expect(readTarget(url, 'id.example.com', PUBLIC)).toBeUndefined()
    },
  )
})
