import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './settings.mjs'

const endWithParent = pathToFileURL(path.join(root, 'scripts', 'end-with-parent.mjs')).href

/** Starts a Node program that ends when this process is gone, however it went. */
export function spawnTied(args, env) {
  return spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: root,
    env: { ...process.env, ...env, BATON_STARTER: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

const running = new Set()

/** Ends the programs that still run. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a program to its end; returns its exit code and its last 200,000 characters of output (none when inherited).
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, inherit?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    // A build or an install that outlived its starter would stand in the way of the next one.
    const isTied = command === process.execPath && !inherit
    const stdio = inherit ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = isTied
      ? spawnTied(args, env)
      : spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio })
    running.add(child)
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-200_000))
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a TypeScript file of scripts/ as server code: the `react-server` condition makes `server-only` importable. */
export function runServerScript(file, env) {
  return run(process.execPath, ['--conditions=react-server', '--import', 'tsx', `scripts/${file}`], { env })
}
