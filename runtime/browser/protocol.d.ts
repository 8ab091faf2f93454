/** What a page and the worker that runs Python say to each other. */

/** A file of a start: where it lies, the hash of what travels and of what is in it, and how many bytes travel. */
export interface SentFile {
  address: string
  integrity: string
  bytes: number
  expanded?: string
}

/** The files of a start by their names, the decoder among them. */
export interface SentFiles {
  decoder: SentFile
  [name: string]: SentFile
}

/** With what a page begins a worker: the files of the start, the lock file of its packages, and where data files lie. */
export interface Job {
  files: SentFiles
  lock: { info: object; packages: Record<string, object> }
  data: Record<string, { address: string; integrity: string }>
}

/** A page asks: which tool, and a request as JSON. */
export interface Question {
  id: number
  tool: string
  request: string
}

/** Whether the files of this start may be kept for the next visit; what was kept goes where they may not. */
export interface Keep {
  keep: boolean
}

export type FromPage = Question | Keep

/** Why there is no answer, or no start: see the words of the page for each. */
export type Reason = 'wasm' | 'old' | 'memory' | 'blocked' | 'boot' | 'lost' | 'altered' | 'run' | 'data-lost' | 'data-altered'

/** What a worker says, one of these at a time and in this order, but for `progress` and `fetching`, which come as often as there is something to say. */
export type FromWorker =
  | { alive: true }
  | { progress: { loaded: number; total: number } }
  | { started: true }
  | { ready: true }
  | { failed: Reason }
  | { fetching: boolean }
  | { id: number; answer: Answer }
  | { id: number; failed: Reason }

/** An answer of the rules: playbook/boundary.py writes it. */
export interface Answer {
  needs: string[]
  [part: string]: unknown
}

/** The rules inside a Python that has started. */
export interface Rules {
  run(tool: string, request: string): string
  place(name: string, content: Uint8Array): void
}
