/** What the standards ask of an app like this one, in our own words, and what shows that it is done. */
export type Item = {
  /** As tests carry it at the head of their titles. */
  id: string
  says: string
  /** ASVS only. */
  level?: 1 | 2 | 3
  /** Other items whose tests prove this one, too. */
  under?: string[]
  /** Where it is written down: a file and a heading in it. */
  written?: string
  /** What else is done where the letter of it is not followed: tests prove that. */
  otherwise?: string
  /** Why it asks nothing of this product. */
  notApplicable?: string
  /** What is missing, and what is planned. */
  notMet?: string
  note?: string
}

export type Section = { title: string; items: Item[] }

/** A title with numbers at its head, and where it stands. */
export type Titled = { file: string; title: string; ids: string[] }
