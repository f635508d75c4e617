/** Facts of a lead by name, as JSON says them: moments as text, companies and people as ids. */
export type Facts = Record<string, unknown>

/** What differs, as it was and as it is. Entries of `details` stand by themselves: `details.<column>`. */
export type ChangedFacts = { before: Facts; after: Facts }

const detailsOf = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries((facts.details as Facts | undefined) ?? {}).map(([name, fact]) => [`details.${name}`, fact]),
  )

/** Facts with each entry of the details by itself. */
export function flattened({ details, ...facts }: Facts): Facts {
  return { ...facts, ...detailsOf({ details }) }
}

/** As JSON would bring it back: an absent fact is null. */
const plain = (fact: unknown): unknown => (fact === undefined ? null : (JSON.parse(JSON.stringify(fact)) as unknown))

export const isSameFact = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** What two states of a lead differ in, or null where in nothing. */
export function changedFacts(was: Facts, is: Facts): ChangedFacts | null {
  const [before, after] = [flattened(was), flattened(is)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSameFact(before[name], after[name]),
  )
  if (names.length === 0) return null
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, plain(facts[name])]))
  return { before: only(before), after: only(after) }
}

/**
 * What goes back of a change, given how the lead is now: each fact that still is what the change made of it. `kept`
 * are those that somebody has changed since; what is as before already needs nothing.
 */
export function goingBack({ before, after }: ChangedFacts, now: Facts): { back: Facts; kept: string[] } {
  const present = flattened(now)
  const back: Facts = {}
  const kept: string[] = []
  for (const name of Object.keys(after)) {
    if (isSameFact(present[name], before[name])) continue
    if (isSameFact(present[name], after[name])) back[name] = before[name]
    else kept.push(name)
  }
  return { back, kept }
}
