import { type Client } from '#tests/helpers/client.ts'

export type Offer = { ceremony: string; secret: string; uri: string; qr: string }

export async function offered(client: Client): Promise<Offer> {
  return (await client.post('/api/totp')).body as Offer
}
