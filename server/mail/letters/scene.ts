import type { Scene } from '#server/mail/letters.ts'
import { roughPlace } from '#server/mail/place.ts'
import { utc } from '#server/mail/plain.ts'
import type { Fact } from '#server/mail/sheet.ts'
import { deviceOf } from '#server/sessions/device.ts'

/** When, roughly where and with what it was done. What happened by itself, without a browser, has a time only. */
export function scene({ at, ip, userAgent }: Scene, when = 'When'): Fact[] {
  const facts = [{ label: when, value: utc(at) }]
  if (ip) facts.push({ label: 'Roughly where', value: roughPlace(ip) })
  if (userAgent) facts.push({ label: 'Browser', value: deviceOf(userAgent).phrase })
  return facts
}
