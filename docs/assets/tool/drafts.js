/** The reader's own wordings: rows { key, text, made_from } in the record, one for each text that they have changed. */

const without = (drafts, key) => drafts.filter((draft) => draft.key !== key)
const listOf = (record) => (Array.isArray(record.drafts) ? record.drafts : [])

/** Keeps what stands in the text area, and the wording that it began with; a text put back as it was is no draft. */
export function keepDraft(record, { value, dataset }) {
  const { draft: key, from } = dataset
  const drafts = listOf(record)
  if (value === from) return { ...record, drafts: without(drafts, key) }
  const kept = drafts.find((draft) => draft.key === key)
  if (!kept) return { ...record, drafts: [...drafts, { key, text: value, made_from: from }] }
  return { ...record, drafts: drafts.map((draft) => (draft === kept ? { ...kept, text: value } : draft)) }
}

/** The text area of a draft that can't be used, "drafts.0.text", which keeps what the reader wrote; nothing for any other path. */
export function textOfDraft(tool, path, record) {
  const [, row] = path.match(/^drafts\.(\d+)\./) ?? []
  const draft = listOf(record)[row]
  const area = draft && tool.querySelector(`[data-draft="${CSS.escape(draft.key)}"]`)
  if (area && area.value !== draft.text) area.value = draft.text
  area?.setAttribute('aria-invalid', 'true')
  return area
}

/** Gives up the reader's wording of one text. */
export const dropDraft = (record, key) => ({ ...record, drafts: without(listOf(record), key) })
