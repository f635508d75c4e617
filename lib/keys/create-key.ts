import 'server-only'
import { makeKey } from '@/lib/access/api-key'
import { command } from '@/lib/command'
import { createKeyInput } from '@/lib/keys/input'

/** Makes an API key that acts as its person. `key` is in this answer and never again: only its hash is kept. */
export const createKey = command({ ability: 'key.own', input: createKeyInput }, ({ tx, actor, input, now }) =>
  makeKey(tx, actor.id, input.name, now),
)
