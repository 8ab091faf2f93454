/** A module of JavaScript without what nothing mentions, and with short names: `node minify.mjs < text.json`. */
import './complain.mjs'
import { text } from 'node:stream/consumers'
import { minify } from 'terser'

const { code } = await minify(JSON.parse(await text(process.stdin)), {
  module: true,
  compress: { passes: 3 },
  format: { comments: 'some' },
})
process.stdout.write(code)
