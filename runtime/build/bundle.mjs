/**
 * Bundles modules of JavaScript into one script: `node bundle.mjs < job.json`. The job: the entry, the format, the name
 * by which a page calls what it exports, the text that stands first, and the text of each module that isn't a file of
 * ours, by the name by which it's imported.
 */
import './complain.mjs'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'

const { entry, format, name, banner, modules } = JSON.parse(await text(process.stdin))

const given = {
  name: 'given',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) => (path in modules ? { path, namespace: 'given' } : undefined))
    onLoad({ filter: /./, namespace: 'given' }, ({ path }) => ({ contents: modules[path], loader: 'js' }))
  },
}

const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  format,
  globalName: name,
  banner: { js: banner },
  external: ['node:*', 'ws'],
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'silent',
  plugins: [given],
})
process.stdout.write(outputFiles[0].text)
