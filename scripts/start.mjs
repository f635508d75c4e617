import { exitWith } from './failure.mjs'
import { runBaton } from './run-baton.mjs'

await runBaton('start').catch(exitWith)
process.exit(0)
