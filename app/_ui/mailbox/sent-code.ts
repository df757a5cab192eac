/** A code that was asked for: its ceremony, its length, and when its letter leaves at the latest if that may be later. */
export type SentCode = { ceremony: string; digits: 6 | 12; sentAt?: number }
