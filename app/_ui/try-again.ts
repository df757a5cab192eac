/** Says after how many seconds a refused try may be made again, rounded up: "in 12 minutes". */
export function tryAgain(seconds: number): string {
  if (seconds <= 90) return `in ${counted(seconds, 'second')}`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 90 ? `in ${counted(minutes, 'minute')}` : `in ${counted(Math.ceil(minutes / 60), 'hour')}`
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
