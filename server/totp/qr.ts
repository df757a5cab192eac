import QRCode from 'qrcode'

/** Returns a QR code as SVG. It is drawn in this process, so no other service sees the secret. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 2 })
}
