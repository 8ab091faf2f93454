/** Compresses files of a folder in place with Zstandard, as far as it goes and with a checksum: `node compress.mjs FOLDER < names.json`. */
import './complain.mjs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { constants, zstdCompressSync } from 'node:zlib'

const LEVEL = 22
const WINDOW = 24

const [folder] = process.argv.slice(2)
const params = {
  [constants.ZSTD_c_compressionLevel]: LEVEL,
  [constants.ZSTD_c_windowLog]: WINDOW,
  [constants.ZSTD_c_checksumFlag]: 1,
}
for (const name of JSON.parse(await text(process.stdin))) {
  const path = join(folder, name)
  const content = await readFile(path)
  await writeFile(path, zstdCompressSync(content, { params, pledgedSrcSize: content.length }))
}
