/**
 * A tool in a frame of another website. The page around it hears how high the tool is, as learning platforms
 * expect it and in a plain form; links open in a new tab; and the colours are those of the device.
 */
const tool = document.querySelector('.pb-embed')
const dark = matchMedia('(prefers-color-scheme: dark)')

/** The height is nobody's secret, so any page around may hear it. */
function tellHeight() {
  const height = Math.ceil(tool.getBoundingClientRect().height)
  parent.postMessage({ subject: 'lti.frameResize', height }, '*')
  parent.postMessage({ type: 'closing-playbook-height', height }, '*')
}

/** An answer brings links of its own. */
function leaveFrame({ target }) {
  const link = target.closest('a[href]')
  if (!link || link.getAttribute('href').startsWith('#')) return
  link.target = '_blank'
  link.rel = 'noopener'
}

function takeColours() {
  document.body.dataset.mdColorScheme = dark.matches ? 'slate' : 'default'
}

if (parent !== window) new ResizeObserver(tellHeight).observe(tool)
document.addEventListener('click', leaveFrame, { capture: true })
dark.addEventListener('change', takeColours)
takeColours()
