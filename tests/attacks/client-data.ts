import type { ClientDataTwist } from '#tests/helpers/authenticator/client-data.ts'
import * as hostile from '#tests/helpers/authenticator/hostile/client-data.ts'

type Named = { label: string; twist: ClientDataTwist; same?: boolean }

/** Client data that no honest browser writes. `same`: the meaning is unchanged, so it may pass (WebAuthn L3 §5.8.1, §7.1 step 5). */
export function clientDataTwists(origin: string, type: 'webauthn.create' | 'webauthn.get'): Named[] {
  const { port } = new URL(origin)
  const saying = (change: Record<string, unknown>): ClientDataTwist => ({
    clientData: (honest) => ({ ...honest, ...change }),
  })
  const origins = [
    'https://evil.example',
    `https://localhost:${port}`,
    `http://localhost:${Number(port) + 1}`,
    'http://localhost',
    `${origin}/`,
    `http://evil.localhost:${port}`,
    `http://LOCALHOST:${port}`,
    `http://127.0.0.1:${port}`,
    `${origin}.evil.example`,
    'null',
    '',
    `http://lоcalhost:${port}`,
    'android:apk-key-hash:AAAA',
    ` ${origin}`,
    [origin],
    null,
    7,
  ]
  return [
    ...origins.map((other) => ({ label: `the origin ${JSON.stringify(other)}`, twist: saying({ origin: other }) })),
    ...[
      type === 'webauthn.get' ? 'webauthn.create' : 'webauthn.get',
      'payment.get',
      '',
      null,
      [type],
      type.toUpperCase(),
    ].map((other) => ({ label: `the type ${JSON.stringify(other)}`, twist: saying({ type: other }) })),
    ...['AAAA', '', null, 7, {}].map((challenge) => ({
      label: `the challenge ${JSON.stringify(challenge)}`,
      twist: saying({ challenge }),
    })),
    {
      label: 'the challenge with padding',
      twist: { clientData: (honest) => ({ ...honest, challenge: `${honest.challenge}=` }) },
    },
    { label: 'crossOrigin', twist: saying({ crossOrigin: true }) },
    { label: 'crossOrigin as a text', twist: saying({ crossOrigin: 'true' }) },
    { label: 'topOrigin', twist: saying({ topOrigin: 'https://evil.example' }) },
    { label: 'our own topOrigin', twist: saying({ topOrigin: origin }) },
    { label: 'crossOrigin and topOrigin', twist: saying({ crossOrigin: true, topOrigin: 'https://evil.example' }) },
    { label: 'no crossOrigin', twist: { clientData: ({ crossOrigin: _, ...rest }) => rest }, same: true },
    {
      label: 'an unknown member',
      twist: saying({ other_keys_can_be_added_here: 'do not compare clientDataJSON against a template' }),
      same: true,
    },
    { label: 'a byte order mark', twist: { clientDataRaw: hostile.withByteOrderMark }, same: true },
    {
      label: 'spaces around',
      twist: { clientDataRaw: (honest) => Buffer.from(` ${honest.toString()}\n`) },
      same: true,
    },
    { label: 'invalid UTF-8', twist: { clientDataRaw: hostile.invalidUtf8 } },
    { label: 'an array', twist: { clientDataRaw: hostile.asArray } },
    { label: 'null', twist: { clientData: () => null } },
    { label: 'a prototype', twist: { clientDataRaw: (honest) => Buffer.from(`{"__proto__":${honest.toString()}}`) } },
    ...(['origin', 'type', 'challenge', 'crossOrigin'] as const).map((name) => ({
      label: `${name} twice`,
      twist: { clientDataRaw: hostile.withDuplicate(name, name === 'crossOrigin' ? true : 'x') },
    })),
    {
      label: 'origin twice, once by its escape',
      twist: {
        clientDataRaw: (honest) => Buffer.from(`{"\\u006frigin":"https://evil.example",${honest.toString().slice(1)}`),
      },
    },
    { label: 'UTF-16', twist: { clientDataRaw: (honest) => Buffer.from(honest.toString(), 'utf16le') } },
  ]
}

/** Whether altered client data still has the same relevant members. Unknown members are ignored, as the standard requires. */
export function isSameStatement(honest: Buffer, bent: Buffer): boolean {
  try {
    const [was, is] = [JSON.parse(honest.toString()), JSON.parse(bent.toString())]
    return (
      is.type === was.type &&
      is.challenge === was.challenge &&
      is.origin === was.origin &&
      !is.crossOrigin &&
      is.topOrigin === undefined
    )
  } catch {
    return false
  }
}
