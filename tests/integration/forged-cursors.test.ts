import { beforeAll, expect, test } from 'vitest'
import { listActivity } from '@/lib/activity/list-activity'
import { listTimeline } from '@/lib/activity/timeline'
import { listHandoffs } from '@/lib/handoffs/list-handoffs'
import { createLead } from '@/lib/leads/create-lead'
import { browseLeads } from '@/lib/leads/list-leads'
import { listRepLeads } from '@/lib/leads/list-rep-leads'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { writeCursor } from '@/lib/page'
import { listPeoplePage } from '@/lib/people/list-people'
import { listTouchpoints } from '@/lib/touchpoints/list-touchpoints'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let leadId: string
const now = new Date('2026-11-23T12:00:00Z')
const id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

beforeAll(async () => {
  cast = await castOf()
  leadId = (await createLead(cast.mia, { firstName: 'Ines' })).id
})

const lists = (cursor: (sort: string) => string) => ({
  leads: () => browseLeads(cast.max, { sort: 'createdAt', cursor: cursor('createdAt') }),
  closed: () => browseLeads(cast.max, { sort: '-closedAt', cursor: cursor('-closedAt') }),
  handoffs: () => listHandoffs(cast.max, { sort: '-offeredAt', cursor: cursor('-offeredAt') }),
  repLeads: () => listRepLeads(cast.max, { view: 'open', cursor: cursor('others'), now }),
  timeline: () => listTimeline(cast.max, { leadId, cursor: cursor('-happenedAt') }),
  activity: () => listActivity(cast.max, { leadId, cursor: cursor('-at') }),
  notifications: () => listNotifications(cast.max, { cursor: cursor('-at') }),
  touchpoints: () => listTouchpoints(cast.max, { leadId, cursor: cursor('-occurredAt') }),
})

const moments = [
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  'now',
  '',
  7,
  null,
]

test.each(moments)(
  'a cursor of our making whose moment is %j is refused by every list, and breaks none',
  async (value) => {
    for (const [list, read] of Object.entries(lists((sort) => writeCursor({ sort, value, id })))) {
      const answer = await read().then(
        () => 'a page',
        ({ code }: { code: unknown }) => code,
      )
      const mayHaveNone = list === 'closed' && value === null
      expect([list, answer]).toEqual([list, mayHaveNone ? 'a page' : 'INVALID'])
    }
  },
)

test('a name with a half emoji or a NUL in a cursor breaks no list', async () => {
  for (const [value, answer] of [
    ['\ud800', 'a page'],
    ['\0', 'INVALID'],
  ]) {
    const cursor = writeCursor({ sort: 'name', value: value ?? '', id })
    const reads = [listPeoplePage(cast.max, { cursor }), browseLeads(cast.max, { sort: 'name', cursor })]
    const answers = await Promise.allSettled(reads)
    for (const { status, ...rest } of answers)
      expect(status === 'fulfilled' ? 'a page' : (rest as { reason: { code: string } }).reason.code).toBe(answer)
  }
})
