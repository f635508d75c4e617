import { db } from '@/lib/db'
import { allChannels } from '@/lib/touchpoints/channel'

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(',')

/** Names of people as a search meets them: a few first names, endless family names. */
const firstNames =
  'Ines Tom Priya Jonas Aiko Luis Greta Nadia Oskar Elena Marta Ahmed Sofia Viktor Hanna Pedro Yuki Clara'.split(' ')
const syllables =
  'ber gar lin sto mann qui vel ros tan hol pet ort wei dal ram kov sen ski ta no fer mar che lau bri dun els fin gro jen kul'.split(
    ' ',
  )
const syllable = `(array[${quoted(syllables)}])[1 + floor(random() * ${syllables.length})]`

/** Leads and touches by plain SQL, in the proportions of a company that has used Baton for two years. */
export async function generate(leads: number, touches: number, personId: string): Promise<void> {
  const channels = quoted(allChannels)
  const statements = [
    `select setseed(0.42)`,
    `insert into company (name, name_key, domain)
     select 'Company ' || n, 'company ' || n, 'company' || n || '.example' from generate_series(1, ${Math.ceil(leads / 4)}) n`,
    `insert into campaign (name, name_key, channel, budget)
     select 'Campaign ' || n, 'campaign ' || n, (array[${channels}]::"Channel"[])[1 + n % 11], 1000 from generate_series(1, 60) n`,
    `insert into lead (id, first_name, last_name, email, title, company_id, source, value, currency, tags, created_at, created_by_id)
     select uuid7(),
       (array[${quoted(firstNames)}])[1 + floor(random() * ${firstNames.length})],
       initcap(${syllable} || ${syllable} || ${syllable}),
       'lead' || n || '@company' || 1 + n % ${Math.ceil(leads / 4)} || '.example', 'Buyer', c.id,
       (array['Trade fair','Newsletter','Website','Partner'])[1 + floor(random() * 4)], floor(random() * 90000), 'EUR',
       case when random() < 0.2 then array['freight'] else array[]::text[] end,
       now() - random() * interval '730 days', '${personId}'
     from generate_series(1, ${leads}) n join company c on c.name_key = 'company ' || 1 + n % ${Math.ceil(leads / 4)}`,
    `create temporary table numbered as select id, created_at, row_number() over () as n from lead`,
    `create unique index on numbered (n)`,
    `insert into lead_state (lead_id, policy_version, owner_id, created_at) select id, 0, '${personId}', created_at from lead`,
    `insert into touchpoint (id, lead_id, channel, direction, engaged, campaign_id, occurred_at, logged_at, logged_by_id, note)
     select uuid7(), l.id, (array[${channels}]::"Channel"[])[1 + floor(random() * 18)], 'outbound', random() < 0.3,
       case when t.c <= 60 then (select id from campaign where name_key = 'campaign ' || t.c) end, t.at, t.at, '${personId}',
       'Opened the guide'
     from (select 1 + floor(random() ^ 1.7 * ${leads})::int as n, random() as r, 1 + floor(random() * 120)::int as c, null::timestamptz as at
           from generate_series(1, ${touches})) x
     join numbered l on l.n = x.n
     cross join lateral (select x.c, l.created_at + x.r * (now() - l.created_at) as at) t`,
  ]
  await db.$transaction(
    async (tx) => {
      for (const statement of statements) await tx.$executeRawUnsafe(statement)
    },
    { timeout: 1_800_000 },
  )
  for (const table of ['company', 'lead', 'lead_state', 'touchpoint', 'campaign'])
    await db.$executeRawUnsafe(`vacuum analyze ${table}`)
}

/** After counting: some leads in the queue and with reps, some won and lost, as SQL again. */
export async function distribute(personId: string): Promise<void> {
  const statements = [
    `update lead_state set outcome = 'WON', closed_at = last_touch_at, desk = 'SALES', rep_id = '${personId}', was_offered = true
     where stage = 'HOT' and random() < 0.15`,
    `update lead_state set outcome = 'LOST', lost_reason = 'no_fit', closed_at = last_touch_at, was_offered = true
     where outcome = 'OPEN' and touch_count > 0 and random() < 0.2`,
    `update lead_state set desk = 'SALES', rep_id = '${personId}', was_offered = true where outcome = 'OPEN' and stage <> 'COLD' and random() < 0.9`,
    `update lead_state set desk = 'QUEUE', was_offered = true where outcome = 'OPEN' and stage <> 'COLD' and desk = 'MARKETING' and random() < 0.2`,
    `insert into handoff (lead_id, status, origin, offered_at, offer_touch_count, due_at, accepted_at, rep_id, closed_at)
     select lead_id, (case when desk = 'QUEUE' then 'WAITING' when outcome = 'OPEN' then 'ACCEPTED' else 'CLOSED' end)::"HandoffStatus",
       'automatic', warmed_at, 3, warmed_at + interval '4 hours',
       case when desk <> 'QUEUE' then warmed_at + interval '1 hour' end, case when desk <> 'QUEUE' then '${personId}'::uuid end,
       case when outcome <> 'OPEN' then closed_at end
     from lead_state where was_offered and warmed_at is not null`,
    `insert into outcome_change (lead_id, outcome, reason, closed_at, recorded_at)
     select lead_id, outcome, lost_reason, closed_at, closed_at from lead_state where outcome <> 'OPEN'`,
    `update lead_state s set first_accepted_at = h.accepted_at from handoff h where h.lead_id = s.lead_id`,
    `update lead_state set policy_version = 0`,
  ]
  for (const statement of statements) await db.$executeRawUnsafe(statement)
  for (const table of ['lead_state', 'handoff', 'outcome_change']) await db.$executeRawUnsafe(`vacuum analyze ${table}`)
}
