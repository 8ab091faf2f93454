/** Compresses files as a good web server keeps them, and says where: `node brotli.mjs < {"files": [...], "cache": folder}`. */
import '../runtime/build/complain.mjs'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync } from 'node:zlib'

const { files, cache } = JSON.parse(await text(process.stdin))
await mkdir(cache, { recursive: true })
const compressed = []
for (const file of files) {
  const content = await readFile(file)
  const kept = join(cache, createHash('sha256').update(content).digest('hex'))
  if (!existsSync(kept)) await writeFile(kept, brotliCompressSync(content))
  compressed.push(kept)
}
process.stdout.write(JSON.stringify(compressed))
