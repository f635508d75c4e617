import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { type Cast, castOf } from '@/tests/integration/cast'
import { expectOneTruth, expectToldOnce } from '@/tests/integration/handoffs/invariants'
import { countOf, isSeen, type Lead, stageOf, type Who } from '@/tests/integration/handoffs/walk-model'
import { type VerbName, verbOf, verbs } from '@/tests/integration/handoffs/walk-verbs'
import { runs } from '@/tests/integration/runs'

let cast: Cast
let clock = Date.now() - 300 * 24 * 3_600_000
const tick = () => ({ now: new Date((clock += 90_000)) })

beforeAll(async () => {
  cast = await castOf()
})

type Model = { leads: Lead[] }
type Step = { verb: VerbName; who: Who; nthLead: number; nthBack: number }

const fromTheEnd = <Item>(items: Item[], nth: number): Item | undefined =>
  items.at(-1 - (nth % Math.max(1, items.length)))

/** One person tries to do one thing, and either it is refused for the right reason or all stands as it should. */
class Try implements fc.AsyncCommand<Model, object> {
  constructor(private readonly step: Step) {}

  private deedIn({ leads }: Model) {
    const { who, nthLead, nthBack } = this.step
    const lead = leads[nthLead]
    if (!lead) throw new Error('no such lead')
    return { cast, who, lead, leads, offer: fromTheEnd(lead.offers, nthBack), touch: fromTheEnd(lead.touches, nthBack) }
  }

  check(model: Model) {
    const { needs } = verbOf(this.step.verb)
    return !needs || this.deedIn(model)[needs] !== undefined
  }

  async run(model: Model) {
    const verb = verbOf(this.step.verb)
    const at = tick()
    // What the verb needs is there: check has looked.
    const deed = { ...this.deedIn(model), at } as Parameters<typeof verb.run>[0]
    const { who, lead } = deed
    const isAboutLead = this.step.verb !== 'takeNext'
    const refusal = !verb.who.includes(who)
      ? 'FORBIDDEN'
      : isAboutLead && !isSeen(lead, who)
        ? 'NOT_FOUND'
        : (verb.refused?.(deed) ?? null)
    const [answered] = await Promise.allSettled([verb.run(deed)])
    const told = answered.status === 'rejected' ? codeOf(answered.reason) : null
    expect(told, `${this.toString()} is ${refusal ?? 'done'}`).toBe(refusal)
    if (answered.status === 'fulfilled') await verb.then(deed, answered.value)
    for (const each of model.leads) {
      await expectAsRuled(each)
      await expectOneTruth(each.id, at.now)
      await expectToldOnce(each.id)
    }
  }

  toString() {
    const { who, verb, nthLead, nthBack } = this.step
    return `${who} ${verb} lead ${nthLead}, ${nthBack} back`
  }
}

function codeOf(error: unknown) {
  if (error instanceof DomainError) return error.code
  throw error
}

/** The rows stand as the plain rules say. */
async function expectAsRuled(lead: Lead) {
  const { id, outcome, desk, rep, doNotContact, offers } = lead
  const state = await db.leadState.findUniqueOrThrow({ where: { leadId: id } })
  expect(state).toMatchObject({
    outcome,
    desk,
    doNotContact,
    repId: rep && cast[rep].id,
    touchCount: countOf(lead),
    stage: stageOf(lead),
  })
  const rows = await db.handoff.findMany({ where: { leadId: id }, orderBy: { id: 'asc' } })
  expect(rows.map((row) => [row.id, row.status, row.repId])).toEqual(
    offers.map((offer) => [offer.id, offer.status, offer.rep && cast[offer.rep].id]),
  )
}

/** Two leads with no past, one of Marketing and one that a rep brought; nothing else waits. */
async function twoLeads(): Promise<Lead[]> {
  for (const { id } of await db.handoff.findMany({ where: { status: 'WAITING' } }))
    await withdrawHandoff(cast.max, { handoffId: id }, tick())
  const made = async (creator: 'mia' | 'sam'): Promise<Lead> => ({
    id: (await createLead(cast[creator], { firstName: 'Ines' }, tick())).id,
    creator,
    outcome: 'OPEN',
    desk: creator === 'sam' ? 'SALES' : 'MARKETING',
    rep: creator === 'sam' ? 'sam' : null,
    doNotContact: false,
    touches: [],
    recycled: 0,
    offers: [],
  })
  return [await made('mia'), await made('sam')]
}

/** What moves a lead on is tried more often, or most walks would stay at their first offer. */
const weights: Partial<Record<VerbName, number>> = { touch: 6, accept: 4, offer: 3, respond: 2, reopen: 2, allow: 2 }
const anyStep = fc.record({
  verb: fc.oneof(
    ...(Object.keys(verbs) as VerbName[]).map((verb) => ({ weight: weights[verb] ?? 1, arbitrary: fc.constant(verb) })),
  ),
  who: fc.constantFrom<Who>('mia', 'sam', 'sara', 'max', 'max'),
  nthLead: fc.constantFrom(0, 0, 1),
  nthBack: fc.constantFrom(0, 0, 0, 1, 2),
})

test('whatever people do with a lead: what is allowed happens, what is not is refused, and the rows explain it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([anyStep.map((step) => new Try(step))], { maxCommands: 60, size: 'max' }),
      async (steps) => fc.asyncModelRun(async () => ({ model: { leads: await twoLeads() }, real: {} }), steps),
    ),
    { numRuns: runs(5) },
  )
}, 600_000)

test('however many do things with a lead at once, it ends up in one truth', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyStep, { minLength: 3, maxLength: 6 }), { minLength: 8, maxLength: 16, size: 'max' }),
      fc.boolean(),
      async (crowds, endsMerged) => {
        const leads = await twoLeads()
        for (const crowd of crowds) {
          // All ask at one moment: what is done counts from when it was asked for, however long it waited for the lead.
          const at = tick()
          const tries = await Promise.allSettled(crowd.map((step) => atOnce(step, leads, at)))
          for (const tried of tries) if (tried.status === 'rejected') codeOf(tried.reason)
          for (const { id } of leads) {
            await expectOneTruth(id, at.now)
            await expectToldOnce(id)
          }
        }
        if (!endsMerged) return
        const [keptId = '', goneId = ''] = leads.map(({ id }) => id)
        const at = tick()
        const merging = mergeLeads(cast.max, { keptId, goneId, fields: {} }, at)
        await Promise.allSettled([merging, ...(crowds[0] ?? []).map((step) => atOnce(step, leads, at))])
        await merging
        await expectOneTruth(keptId, at.now)
      },
    ),
    { numRuns: runs(5), endOnFailure: true },
  )
}, 600_000)

/** The step with what is there at this moment; nothing where it needs what is not. */
async function atOnce({ verb: name, who, nthLead, nthBack }: Step, leads: Lead[], at: { now: Date }) {
  const verb = verbOf(name)
  const lead = leads[nthLead]
  if (!lead) throw new Error('no such lead')
  const of = { where: { leadId: lead.id }, orderBy: { id: 'asc' } } as const
  const offer = fromTheEnd(await db.handoff.findMany(of), nthBack)
  const touch = fromTheEnd(await db.touchpoint.findMany(of), nthBack)
  const deed = { cast, who, lead, leads, at, offer, touch }
  if (!verb.needs || deed[verb.needs]) await verb.run(deed as unknown as Parameters<typeof verb.run>[0])
}
