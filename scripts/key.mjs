// npm run key -- --email E: an API key that acts as this person, printed once.
import { commandLine } from './command-line.mjs'

await commandLine('key.ts', ['email'])
