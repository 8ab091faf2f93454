/**
 * Lets Netlify keep from one build to the next what takes a minute to fetch and another to make.
 *
 * A new checkout makes the lock files look newer than what was fetched by them, and make would fetch it again. So
 * their hash is kept, too, and where it's still the same, what was fetched is said to be up to date.
 */
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } = require('node:fs')

const KEPT = ['.venv', 'node_modules', '.cache']
const LOCKS = ['requirements.lock', 'package-lock.json']
const READY = ['.venv/ready', 'node_modules/ready']
const FETCHED_BY = '.cache/fetched-by'

const hashLocks = () => {
  const hash = createHash('sha256')
  for (const lock of LOCKS) hash.update(readFileSync(lock))
  return hash.digest('hex')
}

const isCurrent = () => existsSync(FETCHED_BY) && readFileSync(FETCHED_BY, 'utf8') === hashLocks() && READY.every(existsSync)

module.exports = {
  onPreBuild: async ({ utils }) => {
    await utils.cache.restore(KEPT)
    const now = new Date()
    if (isCurrent()) for (const file of READY) utimesSync(file, now, now)
  },
  onPostBuild: async ({ utils }) => {
    mkdirSync('.cache', { recursive: true })
    writeFileSync(FETCHED_BY, hashLocks())
    await utils.cache.save(KEPT)
  },
}
