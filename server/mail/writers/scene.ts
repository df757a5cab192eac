import type { Scene } from '#server/mail/letter-types.ts'
import { roughPlace } from '#server/mail/rough-location.ts'
import type { Desk, Fact } from '#server/mail/sheet.ts'
import { deviceOf } from '#server/devices/device.ts'

/**
 * Returns the time, the rough location and the browser of an event as facts. An event without a browser has only a
 * time.
 */
export function scene(
  desk: Desk,
  { at, ip, userAgent }: Scene,
  when: 'when' | 'askedFor' | 'started' = 'when',
): Fact[] {
  const say = desk.words('letters')
  const facts = [{ label: say(when), value: moment(desk, at) }]
  if (ip) facts.push({ label: say('where'), value: placeName(desk, ip) })
  if (userAgent) facts.push({ label: say('browser'), value: deviceOf(userAgent, desk.language).phrase })
  return facts
}

function placeName({ words }: Desk, ip: string): string {
  const place = roughPlace(ip)
  return place.known === 'part' ? place.part : words('letters')(place.known === 'own' ? 'thisNetwork' : 'unknownPlace')
}

/** Returns the whole hours between two times (epoch milliseconds). */
export function hoursBetween(from: number, to: number): number {
  return Math.round((to - from) / 3_600_000)
}

/** Formats a time (epoch milliseconds) without ambiguity: "Saturday 21 November 2026, 08:42 UTC". */
export function moment({ language, words }: Desk, at: number): string {
  const hour = new Date(at).toISOString().slice(11, 16)
  return words('letters')('moment', {
    weekday: WEEKDAYS[language].format(at),
    day: DAYS[language].format(at),
    hour,
  })
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
/** British English puts the day before the month, as most of the world does. */
const DAYS = { en: new Intl.DateTimeFormat('en-GB', DAY), de: new Intl.DateTimeFormat('de', DAY) }

const WEEKDAY = { weekday: 'long', timeZone: 'UTC' } as const
const WEEKDAYS = { en: new Intl.DateTimeFormat('en', WEEKDAY), de: new Intl.DateTimeFormat('de', WEEKDAY) }
