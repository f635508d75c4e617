import { expect, test } from 'vitest'
import { todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { periodEdge } from '@/lib/period'
import { apiOf } from '@/tests/integration/api/client'

const timeZone = 'Pacific/Kiritimati'

test('days that move along are settled when the list is read, by the clock of the company', async () => {
  const { api, cast } = await apiOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone } })
  const midnight = periodEdge(todayIn(timeZone, new Date()), timeZone)?.getTime() ?? 0
  await createLead(cast.mia, { firstName: 'Yesterday' }, { now: new Date(midnight - 1) })
  await createLead(cast.mia, { firstName: 'Today' }, { now: new Date(midnight) })
  const found = async (query: string) =>
    (await api.mia('GET', `/leads?sort=createdAt&${query}`)).data.data.map(({ name }) => name)
  expect(await found('createdFrom=today')).toEqual(['Today'])
  expect(await found('createdTo=Today')).toEqual(['Yesterday'])
  expect(await found('createdFrom=today-1d')).toEqual(['Yesterday', 'Today'])
  expect(await found('createdFrom=today-1y&createdTo=today-1d')).toEqual([])
  for (const word of ['tomorrow', 'today-9999y', '-7d', 'today%00'])
    expect([word, (await api.mia('GET', `/leads?createdFrom=${word}`)).status]).toEqual([word, 422])
})
