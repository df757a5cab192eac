import type { Metadata } from 'next'

/** For the few pages that search engines may list: the start page and the ways in. All others are kept out of every index. */
export const INDEXED: Metadata['robots'] = { index: true, follow: true }
