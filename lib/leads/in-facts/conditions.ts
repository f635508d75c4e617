import type { Words } from '@/lib/facts/columns'
import { type Condition, hundredths, isFrom, isUpTo, isWho, says } from '@/lib/facts/conditions'
import type { Facts } from '@/lib/facts/facts'
import { touchConditions, touchFilters } from '@/lib/leads/in-facts/touch-conditions'
import type { LeadFilters } from '@/lib/leads/filters'
import type { FunnelPlace, FunnelStep } from '@/lib/reports/cohort/funnel-step'
import { isAt } from '@/lib/reports/cohort/funnel-books'
import { traitBits, traitsFrom, traitsIn } from '@/lib/reports/cohort/traits'
import { approachesOf, approachTo } from '@/lib/reports/worth/approach'

/** Who asks, of which facts; `momentOf` says what an edge of a period means, null for nothing. */
export type Asking = { facts: Facts; actorId: string; momentOf: (edge: string) => number | null }

type Columns = Facts['leads']['columns']
type Asked = Asking & { columns: Columns; filters: LeadFilters }

/**
 * The filters as conditions on facts, the quickest first; null where one asks what facts don't know. They are what
 * lib/leads/filter-sql.ts is on the rows.
 */
export function conditionsOf(asking: Asking, filters: LeadFilters): Condition[] | null {
  const asked = { ...asking, columns: asking.facts.leads.columns, filters }
  const given = (Object.keys(filters) as (keyof LeadFilters)[]).filter((name) => filters[name] !== undefined)
  const names = given.filter((name) => !touchFilters.includes(name))
  if (!names.every(isKnown)) return null
  return [...names.map((name) => conditionOf(name, asked)), ...touchConditions(asking, filters)]
}

const isPerson = (words: Words, person: string, { actorId }: Asked) => isWho(words, person === 'me' ? actorId : person)

const always: Condition = () => true

const isSince = (moments: Float64Array, edge: string, { momentOf }: Asked): Condition => {
  const start = momentOf(edge)
  return start === null ? always : isFrom(moments, start)
}

const isBefore = (moments: Float64Array, edge: string, { momentOf }: Asked): Condition => {
  const end = momentOf(edge)
  return end === null ? always : (slot) => (moments[slot] as number) < end
}

const isTrue = (flags: Uint8Array, is: boolean): Condition => {
  const flag = is ? 1 : 0
  return (slot) => flags[slot] === flag
}

/** Few combinations of tags are in use, so each is looked at once. */
function hasTag(words: Words, tag: string): Condition {
  const has = Uint8Array.from(words.names, (name) => ((JSON.parse(name) as string[]).includes(tag) ? 1 : 0))
  const { codes } = words
  return (slot) => has[codes[slot] as number] === 1
}

/** Few combinations of traits are possible, so each is looked at once. */
function isAtPlace(facts: Facts, step: FunnelStep, place: FunnelPlace): Condition {
  const traitsOf = traitsIn(facts)
  const isThere = Uint8Array.from({ length: 2 ** traitBits }, (_, traits) =>
    isAt(step, place, traitsFrom(traits)) ? 1 : 0,
  )
  return (slot) => isThere[traitsOf(slot)] === 1
}

type Reading = { [Name in keyof LeadFilters]?: (value: NonNullable<LeadFilters[Name]>, asked: Asked) => Condition }

const readings = {
  stage: (stage, { columns }) => says(columns.stage, stage),
  outcome: (outcome, { columns }) => says(columns.outcome, outcome),
  desk: (desk, { columns }) => says(columns.desk, desk),
  owner: (owner, asked) => isPerson(asked.columns.ownerId, owner, asked),
  rep: (rep, asked) => isPerson(asked.columns.repId, rep, asked),
  tag: (tag, { columns }) => hasTag(columns.tags, tag),
  source: (source, { columns }) => says(columns.source, source),
  noSource: (_, { columns }) => says(columns.source, null),
  touchesMin: (least, { columns }) => isFrom(columns.touchCount, least),
  touchesMax: (most, { columns }) => isUpTo(columns.touchCount, most),
  createdFrom: (edge, asked) => isSince(asked.columns.createdAt, edge, asked),
  createdTo: (edge, asked) => isBefore(asked.columns.createdAt, edge, asked),
  warmedFrom: (edge, asked) => isSince(asked.columns.firstWarmedAt, edge, asked),
  warmedTo: (edge, asked) => isBefore(asked.columns.firstWarmedAt, edge, asked),
  closedFrom: (edge, asked) => isSince(asked.columns.closedAt, edge, asked),
  closedTo: (edge, asked) => isBefore(asked.columns.closedAt, edge, asked),
  lastTouchFrom: (edge, asked) => isSince(asked.columns.lastTouchAt, edge, asked),
  lastTouchTo: (edge, asked) => isBefore(asked.columns.lastTouchAt, edge, asked),
  valueMin: (least, { columns }) => isFrom(columns.value, hundredths(least)),
  valueMax: (most, { columns }) => isUpTo(columns.value, hundredths(most)),
  employeesMin: (least, { columns }) => isFrom(columns.employees, least),
  employeesMax: (most, { columns }) => isUpTo(columns.employees, most),
  lostReason: (reason, { columns }) => says(columns.lostReason, reason),
  touchesAtClose:
    (touches, { columns: { closeTouchCount } }) =>
    (slot) =>
      closeTouchCount[slot] === touches,
  touchesAtCloseMin: (least, { columns }) => isFrom(columns.closeTouchCount, least),
  firstChannel: (channel, { columns }) => says(columns.firstChannel, channel === 'none' ? null : channel),
  step: (step, { facts, filters }) => isAtPlace(facts, step, filters.at ?? 'entered'),
  at: () => always,
  approach: (group, { columns: { firstTouchAt, firstSalesTouchAt, firstWarmedAt } }) => {
    const approaches = approachesOf(group)
    return (slot) =>
      approaches.includes(
        approachTo(firstTouchAt[slot] as number, firstSalesTouchAt[slot] as number, firstWarmedAt[slot] as number),
      )
  },
  recycled: (_, { columns }) => isTrue(columns.isRecycled, true),
  overTouched: (_, { columns }) => isTrue(columns.isOverTouched, true),
  asleep: (asleep, { columns }) => isTrue(columns.isAsleep, asleep === 'yes'),
  doNotContact: (isMarked, { columns }) => isTrue(columns.mayBeContacted, isMarked === 'no'),
} satisfies Reading

const isKnown = (name: keyof LeadFilters): name is keyof typeof readings => name in readings

const conditionOf = (name: keyof typeof readings, asked: Asked): Condition =>
  (readings[name] as (value: unknown, asked: Asked) => Condition)(asked.filters[name], asked)
