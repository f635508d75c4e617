// Installs the packages of the lock file when they are not all there. Node's own modules only: nothing else exists yet.
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'
import { root } from './settings.mjs'
import { step } from './step.mjs'

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** npm writes what it has installed at the very end, so an install that was cut off counts as none. */
export function isInstalled() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = packagesOf(installedFile)
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(([name, wanted]) => {
    if (name === '') return true
    // Optional packages are mostly those of other systems.
    if (!installed[name]) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return installed[name].version === wanted.version && existsSync(path.join(root, name, 'package.json'))
  })
}

function isDiskFull() {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize < 20_000_000
}

/** Installs what is missing, at the versions of package-lock.json. */
export async function install() {
  if (isInstalled()) return
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await step('Installing the packages (about a minute)', async () => {
    const { code, output } = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args)
    if (code === 0) return
    if (/ENOSPC|no space left/i.test(output) || isDiskFull()) {
      throw new Failure('The disk is full: the packages could not be installed.')
    }
    const reason = output
      .split('\n')
      .filter((line) => /^npm err/i.test(line))
      .slice(0, 6)
      .join('\n')
    throw new Failure(`The packages could not be installed. npm says:\n${reason || output}`)
  })
}
