/** Says only what went wrong: Node would print the source line too, and Pyodide is one line of a megabyte. */
process.on('uncaughtException', ({ stack, message }) => {
  console.error(stack ?? message)
  process.exitCode = 1
})
