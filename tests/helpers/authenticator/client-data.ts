/** What the browser writes down about a ceremony before anything is signed. */
export type ClientData = {
  type: string
  challenge: string
  origin: string
  crossOrigin: boolean
  topOrigin?: string
}

export type ClientDataTwist = {
  /** Answers with any JSON value in place of the honest client data. */
  clientData?: (honest: ClientData) => unknown
  /** Replaces the bytes of clientDataJSON; what is signed follows. */
  clientDataRaw?: (honest: Buffer) => Buffer
}

/** Serialises client data in the order browsers do (WebAuthn L3 §5.8.1.1). */
export function clientDataJSON(honest: ClientData, twist: ClientDataTwist): Buffer {
  const data = twist.clientData ? twist.clientData(honest) : honest
  const bytes = Buffer.from(JSON.stringify(data))
  return twist.clientDataRaw ? twist.clientDataRaw(bytes) : bytes
}
