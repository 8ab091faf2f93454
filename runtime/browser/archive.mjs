/** Reads the archives that runtime/small.py writes: nothing compressed, sizes up front. */

import { write } from './rules.mjs'

const ENTRY = 0x04034b50
const HEADER = 30

const ON_DISK = 'site-packages/'
const CODE = '.pyc'

/** Yields the name of each file, its content, and the whole entry. */
export function* readArchive(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = new TextDecoder()
  for (let at = 0; at + HEADER < bytes.length && view.getUint32(at, true) === ENTRY; ) {
    const size = view.getUint32(at + 18, true)
    const name = at + HEADER
    const content = name + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const end = content + size
    yield [text.decode(bytes.subarray(name, name + view.getUint16(at + 26, true))), bytes.subarray(content, end), bytes.subarray(at, end)]
    at = end
  }
}

/** What Python may want to read of the archive when every module is there: the rules' data, as an archive again. */
export const dataFiles = (archive) =>
  [...readArchive(archive)].filter(([name]) => name.startsWith(ON_DISK) && !name.endsWith(CODE)).map(([, , entry]) => entry)

/** Puts on Python's disk what has to be a file there: the rules and their data. */
export function unpack(FS, archive, sitePackages) {
  const above = sitePackages.slice(0, sitePackages.lastIndexOf('/'))
  for (const [name, content] of readArchive(archive)) {
    if (name.startsWith(ON_DISK)) write(FS, `${above}/${name}`, content)
  }
}
