import type { Metadata } from 'next'

/** For the few pages that strangers may find: the front door and the ways in. All others keep out of every index. */
export const FINDABLE: Metadata['robots'] = { index: true, follow: true }
