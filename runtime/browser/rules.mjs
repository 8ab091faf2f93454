/** The rules inside a Python that has started: `run` answers, and `place` puts a data file where they look for it. */
export function openRules(python) {
  const { run } = python.pyimport('playbook.boundary')
  const rules = python.pyimport('playbook').__path__.get(0)
  return { run, place: (name, content) => write(python.FS, `${rules}/${name}`, content) }
}

/** Writes a file on Python's disk, and the folders above it. */
export function write(FS, path, content) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf('/')))
  FS.writeFile(path, content)
}
