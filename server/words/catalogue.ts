import type {} from 'use-intl'
import type { en } from '#server/words/en.ts'

/** The same keys, with words of another language. */
export type Translated<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string ? string : Translated<Part[Key]>
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en
  }
}
