import QRCode from 'qrcode'

/** A QR code as an SVG, drawn here: the secret goes to nobody else. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 2 })
}
