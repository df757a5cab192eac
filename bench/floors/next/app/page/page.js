export const dynamic = 'force-dynamic'

/** The smallest page that is rendered per request. */
export default function Page() {
  return <p>{Date.now()}</p>
}
