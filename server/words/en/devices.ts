export const devices = {
  unknownBrowser: 'Unknown browser',
  unknownSystem: 'Unknown system',
  onSystem: '{browser} on {system}',
} as const
