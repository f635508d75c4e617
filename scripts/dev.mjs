import { exitWith } from './failure.mjs'
import { runBaton } from './run-baton.mjs'

await runBaton('dev').catch(exitWith)
process.exit(0)
