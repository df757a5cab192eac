/** A requirement of the standards, in our own words, and how we show that it is met. */
export type Item = {
  /** As at the start of test titles. */
  id: string
  says: string
  /** ASVS only. */
  level?: 1 | 2 | 3
  /** Other items whose tests also prove this one. */
  under?: string[]
  /** Where it is documented: a file and a heading in it. */
  written?: string
  /** What is done instead of the exact requirement; tests prove it. */
  otherwise?: string
  /** Why it does not apply to this product. */
  notApplicable?: string
  /** What is missing, and the plan. */
  notMet?: string
  note?: string
}

export type Section = { title: string; items: Item[] }

/** A title that starts with numbers, and its file. */
export type Titled = { file: string; title: string; ids: string[] }
