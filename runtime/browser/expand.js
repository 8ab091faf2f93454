/** Zstandard's own decoder, as WebAssembly: gzip, which browsers expand by themselves, would make the rest a fifth larger. */

/** The decoder, which comes with gzip. */
export async function startDecoder(packed) {
  const wasm = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  const { instance } = await WebAssembly.instantiate(wasm, { env: { emscripten_notify_memory_growth() {} } })
  return instance.exports
}

/** A view of what was compressed, to be taken anew after each expansion. */
export function decompress({ memory, malloc, free, ZSTD_findDecompressedSize, ZSTD_decompress }, packed) {
  const from = malloc(packed.length)
  if (!from) throw new RangeError('no memory for what was sent')
  new Uint8Array(memory.buffer).set(packed, from)
  const size = Number(ZSTD_findDecompressedSize(from, packed.length))
  const to = malloc(size)
  if (!to) throw new RangeError('no memory to expand it')
  if (ZSTD_decompress(to, size, from, packed.length) !== size) throw new Error('what was sent does not expand')
  free(from)
  return () => new Uint8Array(memory.buffer, to, size)
}
