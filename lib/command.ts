import 'server-only'
import type * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { type Ability, authorise } from '@/lib/access/permissions'
import { databaseError } from '@/lib/database-error'
import { db, type Tx } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { answerOnce, type Once } from '@/lib/once'
import { parseInput } from '@/lib/parse-input'

/** What a command works with: its transaction, who asks, what for, and the time at which it counts as done. */
type CommandContext<Input> = { tx: Tx; actor: Actor; input: Input; now: Date }

type CommandOptions = {
  /** The time of the change; the clock's if left out. */
  now?: Date
  /** Makes a repeated request have one effect: see once.ts. */
  once?: Once
}

type Command<Result> = (actor: Actor, input: unknown, options?: CommandOptions) => Promise<Result>

const attempts = 4

/** What triggers write down of a change is dated by its command, where that is not done now. */
const sayMoment = (tx: Tx, now: Date) => tx.$queryRaw`select set_config('baton.now', ${now.toISOString()}, true)`

/**
 * The one gate for writes. Every door (form, HTTP, import row, job) comes through here: authorise, parse, open a
 * transaction, run. A deadlock or serialisation failure is tried again; other database errors that are somebody's
 * doing become a DomainError, the rest are bugs.
 *
 * Throws DomainError: FORBIDDEN, INVALID (a message a field), and whatever `run` throws.
 */
export function command<Schema extends z.ZodType, Result>(
  { ability, input: schema }: { ability: Ability; input: Schema },
  run: (context: CommandContext<z.output<Schema>>) => Promise<Result>,
): Command<Result> {
  return async (actor, input, options = {}) => {
    const { now = new Date(), once } = options
    authorise(actor, ability)
    const parsed = parseInput(schema, input)
    const work = async (tx: Tx) => {
      if (options.now) await sayMoment(tx, options.now)
      return run({ tx, actor, input: parsed, now })
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.$transaction((tx) => (once ? answerOnce(tx, actor, once, () => work(tx)) : work(tx)), {
          maxWait: 20_000,
          timeout: 120_000,
        })
      } catch (error) {
        if (error instanceof DomainError) throw error
        const known = databaseError(error)
        if (known === 'retry' && attempt < attempts) continue
        throw known instanceof DomainError ? known : error
      }
    }
  }
}
