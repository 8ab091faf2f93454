/** What only the reader's own device knows: its date, the moment, and a number that no other plan has. */

const twoDigits = (number) => String(number).padStart(2, '0')

/** The reader's own date: not the one in London. */
export function today() {
  const now = new Date()
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

export const stamp = () => `${new Date().toISOString().slice(0, 19)}Z`

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
