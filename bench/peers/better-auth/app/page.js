export default function Page() {
  return <p>better-auth</p>
}
