/** Something the person at the terminal can act on: shown as one sentence, without a stack. */
export class Failure extends Error {}

/** Ends the process: a Failure as its sentence, anything else with its stack. */
export function exitWith(error) {
  if (error instanceof Failure) console.error(`\n✗ ${error.message}`)
  else console.error(error)
  process.exit(1)
}

/** A sentence for what the operating system refused, or the error itself. */
export function explain(error, doing) {
  const text = `${error?.code ?? ''} ${error?.message ?? error}`
  if (/ENOSPC|No space left on device/i.test(text)) return new Failure(`The disk is full: ${doing} was not possible.`)
  if (/EACCES|EPERM|EROFS/.test(text)) return new Failure(`No permission for ${doing}: ${error.message}`)
  if (/EEXIST|ENOTDIR/.test(text)) return new Failure(`A file is where a folder is needed: ${doing} was not possible.`)
  return error
}
