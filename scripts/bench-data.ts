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

const marketers = 10
const reps = 20

/** Somebody of a role, told by a number. */
const oneOf = (role: 'marketer' | 'rep', nth: string, count: number) =>
  `(array(select id from person where role = '${role}' order by email))[1 + (${nth})::int % ${count}]`

/** Statements with the indexes of some tables taken away before and made anew after, which takes a fifth of the time. */
async function withoutIndexes(tables: string[], statements: string[]): Promise<string[]> {
  const indexes = await db.$queryRawUnsafe<{ name: string; definition: string }[]>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid::regclass::text in (${quoted(tables)}) and not indisprimary`)
  return [
    // Nor is each row looked up in the tables that it refers to, or noted for a comparison with the others.
    `set local session_replication_role = replica`,
    `set local maintenance_work_mem = '512MB'`,
    ...indexes.map(({ name }) => `drop index ${name}`),
    ...statements,
    ...indexes.map(({ definition }) => definition),
  ]
}

async function inOne(statements: string[]): Promise<void> {
  await db.$transaction(
    async (tx) => {
      for (const statement of statements) await tx.$executeRawUnsafe(statement)
    },
    { timeout: 1_800_000 },
  )
}

/** Leads and touches by plain SQL, in the proportions of a company that has used Baton for two years. */
export async function generate(leads: number, touches: number, personId: string): Promise<void> {
  const channels = quoted(allChannels)
  const statements = [
    `select setseed(0.42)`,
    `insert into person (name, email, role)
     select 'Marketer ' || n, 'marketer' || n || '@bench.example', 'marketer'::"Role" from generate_series(1, ${marketers}) n
     union all select 'Rep ' || n, 'rep' || n || '@bench.example', 'rep'::"Role" from generate_series(1, ${reps}) n`,
    `insert into company (name, name_key, domain)
     select 'Company ' || n, 'company ' || n, 'company' || n || '.example' from generate_series(1, ${Math.ceil(leads / 4)}) n`,
    `insert into campaign (name, name_key, channel, budget)
     select 'Campaign ' || n, 'campaign ' || n, (array[${channels}]::"Channel"[])[1 + n % 11], 1000 from generate_series(1, 60) n`,
    `insert into lead (id, first_name, last_name, email, title, company_id, source, value, currency, tags, created_at, recorded_at, created_by_id)
     select uuid7(),
       (array[${quoted(firstNames)}])[1 + floor(random() * ${firstNames.length})],
       initcap(${syllable} || ${syllable} || ${syllable}),
       'lead' || n || '@company' || 1 + n % ${Math.ceil(leads / 4)} || '.example', 'Buyer', c.id,
       (array['Trade fair','Newsletter','Website','Partner'])[1 + floor(random() * 4)], floor(random() * 90000), 'EUR',
       case when random() < 0.2 then array['freight'] else array[]::text[] end,
       day.at, day.at, '${personId}'
     from generate_series(1, ${leads}) n join company c on c.name_key = 'company ' || 1 + n % ${Math.ceil(leads / 4)}
     cross join lateral (select now() - (random() + 0 * n) * interval '730 days' as at) day`,
    `create temporary table numbered as select id, created_at, row_number() over (order by random()) as n from lead`,
    `create unique index on numbered (n)`,
    // Four in ten leads have only what all get now and then: they are still cold.
    `insert into lead_state (lead_id, policy_version, owner_id, created_at, created_by_id, source, value)
     select id, 0, ${oneOf('marketer', 'floor(random() * 1000)', marketers)}, created_at, created_by_id, source, value from lead`,
    `insert into touchpoint (id, lead_id, channel, direction, engaged, campaign_id, occurred_at, logged_at, logged_by_id, note)
     select uuid7(), l.id, (array[${channels}]::"Channel"[])[1 + floor(random() * 18)], 'outbound', random() < 0.3,
       case when t.c <= 60 then (array(select id from campaign))[t.c] end, t.at, t.at, '${personId}',
       'Opened the guide'
     from (select 1 + floor(case when random() < 0.15 then random() else random() ^ 1.7 * 0.6 end * ${leads})::int as n, random() as r, 1 + floor(random() * 120)::int as c, null::timestamptz as at
           from generate_series(1, ${touches})) x
     join numbered l on l.n = x.n
     cross join lateral (select x.c, l.created_at + x.r * (now() - l.created_at) as at) t`,
  ]
  await inOne(await withoutIndexes(['lead', 'lead_state', 'touchpoint'], statements))
  for (const table of ['company', 'lead', 'lead_state', 'touchpoint', 'campaign'])
    await db.$executeRawUnsafe(`vacuum analyze ${table}`)
}

/** After counting: some leads in the queue and with reps, some won and lost, as SQL again. */
export async function distribute(): Promise<void> {
  const statements = [
    `create temporary table fate as select lead_id, random() as close, random() as go, random() as whose from lead_state`,
    `create temporary table place as
     select lead_id, outcome, whose,
       case when outcome = 'WON' or outcome = 'OPEN' and stage <> 'COLD' and go < 0.9 then 'SALES'
            when outcome = 'OPEN' and stage <> 'COLD' and go < 0.92 then 'QUEUE' else 'MARKETING' end as desk
     from (
       select s.lead_id, s.stage, go, whose, case when stage = 'HOT' and close < 0.15 then 'WON'
         when touch_count > 0 and close > 0.8 then 'LOST' else 'OPEN' end as outcome
       from lead_state s join fate using (lead_id)
     ) f`,
    `update lead_state s set outcome = p.outcome::"Outcome", desk = p.desk::"Desk",
       closed_at = case when p.outcome <> 'OPEN' then last_touch_at end,
       close_touch_count = case when p.outcome <> 'OPEN' then lifetime_touch_count end,
       lost_reason = case when p.outcome = 'LOST' then 'no_fit'::"Reason" end,
       was_offered = p.desk <> 'MARKETING' or p.outcome = 'LOST',
       rep_id = case when p.desk = 'SALES' then ${oneOf('rep', 'p.whose * 1000', reps)} end,
       first_accepted_at = case when p.desk <> 'QUEUE' then warmed_at + interval '1 hour' end
     from place p where p.lead_id = s.lead_id and (p.outcome <> 'OPEN' or p.desk <> 'MARKETING')`,
    `insert into handoff (lead_id, status, origin, offered_at, offer_touch_count, due_at, accepted_at, rep_id, closed_at)
     select lead_id, (case when desk = 'QUEUE' then 'WAITING' when outcome = 'OPEN' then 'ACCEPTED' else 'CLOSED' end)::"HandoffStatus",
       'automatic', warmed_at, 3, warmed_at + interval '4 hours', first_accepted_at, rep_id,
       case when outcome <> 'OPEN' then closed_at end
     from lead_state where was_offered and warmed_at is not null`,
    `insert into outcome_change (lead_id, outcome, reason, closed_at, recorded_at)
     select lead_id, outcome, lost_reason, closed_at, closed_at from lead_state where outcome <> 'OPEN'`,
  ]
  const tables = ['lead_state', 'handoff', 'outcome_change']
  await inOne(await withoutIndexes(tables, statements))
  // To write a table anew forgets which of its rows all may see, without which no index answers alone.
  for (const table of tables)
    for (const vacuum of ['vacuum full', 'vacuum analyze']) await db.$executeRawUnsafe(`${vacuum} ${table}`)
}
