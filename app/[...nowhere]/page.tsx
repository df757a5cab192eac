import { notFound } from 'next/navigation'

/**
 * Every address that leads nowhere. Its not-found page belongs to this folder: that of the root would be rendered along
 * with each other page.
 */
export default function NowherePage() {
  notFound()
}
