// How long Baton runs: until somebody ends it, or until one of the processes that belong together is gone.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Parent and name of a process, as far as the system tells. */
function processInfo(pid) {
  const status = `/proc/${pid}/status`
  if (existsSync(status)) {
    const text = readFileSync(status, 'utf8')
    return { parent: Number(/^PPid:\s*(\d+)/m.exec(text)?.[1]), name: /^Name:\s*(.+)/m.exec(text)?.[1] }
  }
  const [parent, name] = String(spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)]).stdout ?? '')
    .trim()
    .split(/\s+/)
  return { parent: Number(parent), name }
}

/** npm, and the shell that npm put between itself and this process. Empty when Baton was not started by npm. */
function npmProcesses() {
  if (!process.env.npm_lifecycle_event) return []
  const { parent, name } = processInfo(process.ppid)
  return name && /(^|\/)(sh|dash|bash)$/.test(name) && parent > 1 ? [process.ppid, parent] : [process.ppid]
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Resolves with the reason when a signal asks to end, or when npm was killed and can no longer pass signals on. */
export function untilAskedToEnd() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal))
    const above = npmProcesses()
    if (above.length > 0) {
      setInterval(() => above.every(isAlive) || resolve('npm is gone'), 500).unref()
    }
  })
}

/** Resolves when `isThere` is no longer true, within half a second. */
export function untilGone(isThere) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isThere()) return
      clearInterval(timer)
      resolve()
    }, 500)
    timer.unref()
  })
}
