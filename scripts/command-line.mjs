// What the commands for the terminal share: they work on the database of Baton, whether Baton runs or not.
import { parseArgs } from 'node:util'
import { exitWith, Failure } from './failure.mjs'
import { install } from './install.mjs'
import { runServerScript } from './run.mjs'
import { readSettings } from './settings.mjs'
import { stepsToStandardError } from './step.mjs'

function read(names) {
  const usage = `Say ${names.map((name) => `--${name} ...`).join(' ')}.`
  let values
  try {
    values = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }).values
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}. ${usage}`)
  }
  const missing = names.filter((name) => !values[name])
  if (missing.length > 0) throw new Failure(`Missing: ${missing.map((name) => `--${name}`).join(', ')}. ${usage}`)
  return values
}

async function work(file, names) {
  stepsToStandardError()
  const values = read(names)
  const settings = readSettings()
  await install()
  const { ensureClient } = await import('./generate.mjs')
  ensureClient()
  const { openDatabase } = await import('./database.mjs')
  const database = await openDatabase(settings)
  try {
    // Not as arguments: others on this machine could read the password in the list of processes.
    const { code, output } = await runServerScript(file, {
      DATABASE_URL: database.url,
      BATON_INPUT: JSON.stringify(values),
    })
    if (code !== 0) throw new Failure(output.trim())
    console.log(output.trim())
  } finally {
    await database.close()
  }
}

/** Runs scripts/`file` with the named options of the command line, all of them required, and ends the process. */
export async function commandLine(file, names) {
  await work(file, names).catch(exitWith)
}
