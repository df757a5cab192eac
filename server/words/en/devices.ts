export const devices = {
  unknownBrowser: 'Unknown browser',
  unknownSystem: 'Unknown system',
  onSystem: '{browser} on {system}',
  key: 'Security key',
  manager: 'Password manager',
} as const
