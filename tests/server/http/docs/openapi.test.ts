import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { DOCUMENT, type Document } from '#tests/helpers/document.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { OPERATIONS } from '#tests/server/http/docs/openapi-steps.ts'

/** Every route of the API. */
const ROUTES = [
  'POST /sign-up',
  'POST /sign-up/code',
  'POST /sign-up/passkey',
  'POST /sign-in/options',
  'POST /sign-in',
  'POST /take-back',
  'POST /sign-in/password',
  'POST /sign-in/second-step',
  'POST /recovery',
  'POST /recovery/code',
  'POST /recovery/second-step',
  'POST /recovery/start',
  'POST /recovery/cancel',
  'POST /recovery/options',
  'POST /recovery/finish',
  'GET /session',
  'DELETE /session',
  'GET /sessions',
  'DELETE /sessions',
  'DELETE /sessions/{id}',
  'POST /confirmation/options',
  'POST /check-up/rehearsal',
  'POST /check-up/rehearsal/backup-code',
  'POST /check-up/rehearsal/code',
  'POST /confirmation',
  'GET /passkeys',
  'POST /passkeys',
  'POST /passkeys/options',
  'PATCH /passkeys/{id}',
  'DELETE /passkeys/{id}',
  'POST /totp',
  'POST /totp/confirm',
  'DELETE /totp',
  'GET /backup-codes',
  'POST /backup-codes',
  'PUT /password',
  'POST /password/check',
  'DELETE /password',
  'GET /emails',
  'POST /emails',
  'POST /emails/code',
  'PUT /emails/{id}/primary',
  'DELETE /emails/{id}',
  'POST /emails/{id}/bring-back',
  'GET /removed',
  'POST /removed/{id}/bring-back',
  'POST /removed/{id}/code',
  'POST /removed/{id}/for-good',
  'POST /account/recovery/cancel',
  'GET /activity',
  'GET /check-up',
  'GET /account/export',
  'POST /setup',
  'GET /admin/people',
  'POST /admin/mail/retry',
  'POST /admin/mail/test',
  'POST /admin/people/search',
  'GET /admin/people/{id}',
  'POST /admin/people/{id}/suspend',
  'POST /admin/people/{id}/unsuspend',
  'POST /admin/people/{id}/end-sessions',
  'POST /admin/people/{id}/cancel-recovery',
  'POST /admin/people/{id}/grant-role',
  'POST /admin/people/{id}/remove-role',
  'POST /admin/people/{id}/confirm-roles',
  'GET /admin/audit',
  'GET /admin/groups',
  'GET /admin/groups/{key}',
  'PUT /admin/groups/{key}',
  'DELETE /admin/groups/{key}',
  'PUT /admin/groups/{key}/members/{id}',
  'DELETE /admin/groups/{key}/members/{id}',
  'GET /admin/app-roles',
  'GET /admin/app-roles/{app}/{key}',
  'PUT /admin/app-roles/{app}/{key}',
  'DELETE /admin/app-roles/{app}/{key}',
  'PUT /admin/app-roles/{app}/{key}/people/{id}',
  'DELETE /admin/app-roles/{app}/{key}/people/{id}',
  'PUT /admin/app-roles/{app}/{key}/groups/{group}',
  'DELETE /admin/app-roles/{app}/{key}/groups/{group}',
  'GET /admin/policies',
  'PUT /admin/policies/{app}/{id}',
  'DELETE /admin/policies/{app}/{id}',
  'POST /admin/decisions',
  'GET /admin/service-keys',
  'POST /admin/service-keys',
  'DELETE /admin/service-keys/{id}',
  'POST /decisions',
  'POST /access/v1/evaluation',
  'POST /access/v1/evaluations',
  'GET /admin/settings/sign-up',
  'PUT /admin/settings/sign-up',
  'GET /admin/approvals',
  'POST /admin/approvals/{id}/approve',
  'POST /admin/approvals/{id}/decline',
  'GET /admin/invitations',
  'POST /admin/invitations',
  'POST /admin/invitations/{id}/revoke',
  'POST /invitations/read',
  'GET /admin/audit/export',
  'GET /admin/keys',
  'GET /admin/mail',
  'GET /admin/overview',
  'PATCH /account',
  'PUT /account/language',
  'PUT /account/letters',
  'GET /account/picture',
  'PUT /account/picture',
  'DELETE /account/picture',
  'DELETE /account',
  'GET /health',
  'GET /openapi.json',
  'GET /testing/mailbox',
  'POST /testing/clock',
  'POST /testing/form',
]

async function documentOf(environment: Record<string, string>): Promise<Document> {
  // The API's own document.
  return (await makeClient(makeWorld(environment)).get('/api/openapi.json')).body as unknown as Document
}

describe('the document', () => {
  test('is OpenAPI 3.1 with our own origin and the session cookie', async () => {
    expect(await documentOf({})).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Latchkey: the API', version: expect.any(String), description: expect.stringContaining('Origin') },
      servers: [{ url: 'http://localhost:3000/api' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION } } },
    })
  })

  test('lists exactly the existing routes', () => {
    expect(OPERATIONS.map(([route]) => route).toSorted()).toEqual(ROUTES.toSorted())
  })

  test('13.4.2 lists the testing routes only in testing mode, and is otherwise the document that tests check answers against', async () => {
    const product = Object.entries(DOCUMENT.paths).filter(([path]) => !path.startsWith('/testing/'))
    expect((await documentOf({})).paths).toEqual(Object.fromEntries(product))
    expect((await documentOf({ TESTING: '1' })).paths).toEqual(DOCUMENT.paths)
  })

  test('V14.2.1 has no secret in a URL, only ids, page numbers, filters and the version of a picture', async () => {
    const { paths } = await documentOf({})
    const named = Object.values(paths).flatMap((operations) =>
      Object.values(operations).flatMap(({ parameters = [] }) =>
        parameters.map(({ name, in: place }) => `${place} ${name}`),
      ),
    )
    expect([...new Set(named)].toSorted()).toEqual([
      'path app',
      'path group',
      'path id',
      'path key',
      'query about',
      'query after',
      'query before',
      'query limit',
      'query session',
      'query target',
      'query v',
    ])
  })

  test('V6.4.2 has no password hint and no secret question', () => {
    const named = [...JSON.stringify(DOCUMENT).matchAll(/"(\w+)":/g)].map(([, name = '']) => name)
    // WebAuthn's `hints` say which kind of device a browser offers first (L3 §5.8.7), nothing about a person.
    expect(named.filter((name) => name !== 'hints' && /hint|question|mother|birth/i.test(name))).toEqual([])
  })

  test('has no dangling reference', () => {
    const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/components\/(schemas|examples)\/(\w+)"/g)]
    expect(references.length).toBe([...JSON.stringify(DOCUMENT).matchAll(/"\$ref"/g)].length)
    for (const [, kind, name] of references) expect(DOCUMENT.components).toHaveProperty([kind ?? '', name ?? ''])
  })

  test('names each operation and each tag once', () => {
    expect(new Set(OPERATIONS.map(([, { operationId }]) => operationId)).size).toBe(OPERATIONS.length)
    const described = DOCUMENT.tags.filter(({ description }) => /\w/.test(description)).map(({ name }) => name)
    expect(new Set(OPERATIONS.flatMap(([, { tags }]) => tags))).toEqual(new Set(described))
  })
})
