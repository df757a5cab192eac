/** Hands a text to the browser to be kept as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the file only after the click has been answered.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
