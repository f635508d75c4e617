import pg from 'pg'

/**
 * Puts cold leads into a Baton under test, all at once: numbered from 1, the highest number the newest. Every tenth has
 * two touches, of the campaign "Lane index".
 */
export async function addLeads(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `with policy as (select max(version) as version from scoring_policy),
        campaign as (
          insert into campaign (name, name_key, channel) values ('Lane index', 'lane index', 'public_relations') returning id
        ),
        added as (
          insert into lead (first_name, last_name, email, created_at)
          select 'Number', lpad(n::text, 5, '0'), 'number' || n || '@many.example', now() - (($1 - n) || ' minutes')::interval
          from generate_series(1, $1::int) n
          returning id, created_at, last_name::int as n
        ),
        stated as (
          insert into lead_state (lead_id, created_at, policy_version, touch_count, lifetime_touch_count, marketing_touch_count, ticks, last_touch_at)
          select id, created_at, version, t, t, t, repeat('M', t), case when t > 0 then now() end
          from added cross join policy cross join lateral (select case when n % 10 = 0 then 2 else 0 end as t) touched
        )
      insert into touchpoint (lead_id, channel, occurred_at, logged_at, campaign_id)
      select added.id, 'public_relations', now(), now(), campaign.id
      from added cross join campaign cross join generate_series(1, 2) where n % 10 = 0`,
      [count],
    )
  } finally {
    await client.end()
  }
}
