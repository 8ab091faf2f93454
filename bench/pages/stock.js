/** Pyodide as its documentation says: load it with the packages of its lock file, and call the function. */
import { loadPyodide } from './pyodide/pyodide.mjs'

self.addEventListener('unhandledrejection', ({ reason }) => console.error(String(reason)))
const request = await (await fetch('request.json')).text()
const python = await loadPyodide({ packages: ['closing-playbook'] })
self.postMessage(python.pyimport('playbook.boundary').run('timeline', request))
