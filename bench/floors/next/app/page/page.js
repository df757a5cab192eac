export const dynamic = 'force-dynamic'

/** The least a page rendered per request can be. */
export default function Page() {
  return <p>{Date.now()}</p>
}
