/** Pyodide as its documentation says: load it, load the wheels, call the function. */
import { loadPyodide } from './pyodide/pyodide.mjs'

self.addEventListener('unhandledrejection', ({ reason }) => console.error(String(reason)))
const [wheels, request] = await Promise.all([(await fetch('wheels.json')).json(), (await fetch('request.json')).text()])
const python = await loadPyodide()
await python.loadPackage(wheels.map((wheel) => new URL(wheel, location.href).href))
self.postMessage(python.pyimport('playbook.boundary').run('timeline', request))
