/**
 * A tool whose scripts came wrong: fetches them once more, past the browser's cache, where a wrong one may lie for a
 * year, and loads the page again. Where that doesn't help, shows the page's words for it. It imports nothing.
 */
const TRIED = 'closing-playbook-repaired'

const attempt = (action) => {
  try {
    return action()
  } catch {
    return null
  }
}

/** False where a browser stores nothing: without a note of it, the page might load again for ever. */
const noteTry = () =>
  attempt(() => {
    if (sessionStorage.getItem(TRIED) !== null) return false
    sessionStorage.setItem(TRIED, '')
    return true
  })

async function fetchAnew({ src, href, integrity }) {
  const response = await fetch(src || href, { cache: 'reload', integrity })
  if (!response.ok) throw new Error(`status ${response.status}`)
}

async function repair() {
  const scripts = document.querySelectorAll('script[type="module"], link[rel="modulepreload"]')
  try {
    await Promise.all([...scripts].map(fetchAnew))
    if (noteTry()) return location.reload()
  } catch (error) {
    console.warn(error)
  }
  document.documentElement.dataset.missing = ''
}

function checkTool() {
  if (customElements.get('playbook-tool')) attempt(() => sessionStorage.removeItem(TRIED))
  else repair()
}

if (document.readyState === 'complete') checkTool()
else addEventListener('load', checkTool, { once: true })
