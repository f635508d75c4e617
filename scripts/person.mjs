// npm run person -- --email E --name N --role marketer|rep|manager|admin --password P
import { commandLine } from './command-line.mjs'

await commandLine('person.ts', ['email', 'name', 'role', 'password'])
