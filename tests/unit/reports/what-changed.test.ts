import { expect, test } from 'vitest'
import { type ChangeCell, type ChangeStep, whatChanged } from '@/lib/reports/changes/what-changed'
import type { Reason } from '@/prisma/generated/enums'

type Share = [did: number, of: number]
type Who = Partial<Pick<ChangeCell, 'source' | 'channel' | 'owner' | 'rep'>>

const same = { before: 54, now: 54 }

/** Leads of one kind at one step, in the period before and now. */
function cells(step: ChangeStep, who: Who, before: Share, now: Share, reason: Reason | null = null): ChangeCell[] {
  const alike = { source: null, channel: null, owner: null, rep: null, ...who, step }
  return [
    { ...alike, did: true, reason: null, before: before[0], now: now[0] },
    { ...alike, did: false, reason, before: before[1] - before[0], now: now[1] - now[0] },
  ]
}

/** A source whose leads were accepted and won like this. */
const source = (name: string, accepted: [Share, Share], won: [Share, Share]) => [
  ...cells('accepted', { source: name }, ...accepted, 'no_fit'),
  ...cells('won', { source: name }, ...won),
]
const fine = (name: string) =>
  source(
    name,
    [
      [21, 25],
      [22, 26],
    ],
    [
      [7, 15],
      [7, 16],
    ],
  )
const broken = source(
  'Partner',
  [
    [21, 25],
    [8, 26],
  ],
  [
    [9, 16],
    [3, 13],
  ],
)

test('the source whose leads Sales sends back is named, with the step, its reasons and nothing else', () => {
  const { won, findings } = whatChanged([...fine('Website'), ...fine('Fair'), ...broken], same)
  expect(won).toMatchObject({ before: 23, now: 17 })
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    part: { dimension: 'source', key: 'Partner' },
    at: 'accepted',
    reasons: [{ reason: 'no_fit', before: 4, now: 18 }],
  })
  expect(findings[0]?.steps.find(({ step }) => step === 'accepted')).toMatchObject({
    before: { did: 21, of: 25 },
    now: { did: 8, of: 26 },
  })
})

test('what broke everywhere is told of all leads, not of a part of them', () => {
  const everywhere = ['Website', 'Fair', 'Partner'].flatMap((name) =>
    source(
      name,
      [
        [21, 25],
        [10, 26],
      ],
      [
        [7, 15],
        [5, 13],
      ],
    ),
  )
  expect(whatChanged(everywhere, same).findings.map(({ part }) => part)).toEqual([{ dimension: null }])
})

test('two causes are both named, the same leads under another name are not', () => {
  const alsoByChannel = broken.map((cell) => ({ ...cell, channel: 'referral' }))
  const sara = cells('touched', { rep: 'sara' }, [23, 25], [5, 30])
  const sam = cells('touched', { rep: 'sam' }, [23, 25], [28, 30])
  const { findings } = whatChanged([...fine('Website'), ...fine('Fair'), ...alsoByChannel, ...sara, ...sam], same)
  expect(findings.map(({ part, at }) => [part, at])).toEqual([
    [{ dimension: 'rep', key: 'sara' }, 'touched'],
    [{ dimension: 'source', key: 'Partner' }, 'accepted'],
  ])
})

test('nothing stands out where chance would do as much, where little happened, or where as many were won', () => {
  expect(
    whatChanged(
      [
        ...fine('Website'),
        ...source(
          'Fair',
          [
            [21, 25],
            [17, 25],
          ],
          [
            [7, 15],
            [4, 14],
          ],
        ),
      ],
      same,
    ).findings,
  ).toEqual([])
  expect(
    whatChanged(
      source(
        'Fair',
        [
          [4, 4],
          [0, 5],
        ],
        [
          [3, 4],
          [1, 4],
        ],
      ),
      same,
    ),
  ).toMatchObject({ questions: 0, findings: [] })
  expect(
    whatChanged(
      source(
        'Fair',
        [
          [21, 25],
          [2, 26],
        ],
        [
          [7, 15],
          [7, 15],
        ],
      ),
      same,
    ).findings,
  ).toEqual([])
})

test('only what goes the way of the wins is a cause, and counts are compared by the time that they took', () => {
  const came = cells('came', { source: 'Fair' }, [90, 90], [30, 30])
  const fewer = cells('won', { source: 'Fair' }, [9, 15], [4, 15])
  expect(whatChanged([...came, ...fewer], same).findings).toMatchObject([{ part: { dimension: null }, at: 'came' }])
  expect(whatChanged([...came, ...fewer], { before: 90, now: 30 }).findings).toEqual([])
  const more = cells('won', { source: 'Fair' }, [4, 15], [9, 15])
  expect(whatChanged([...came, ...more], same).findings).toEqual([])
})

test('luck alone is named in fewer than 5 of 100 quarters', () => {
  let state = 7
  const number = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const draw = (of: number, share: number): Share => [
    Array.from({ length: of }, number).filter((one) => one < share).length,
    of,
  ]
  const named = Array.from({ length: 200 }, () =>
    whatChanged(
      ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => [
        ...source(name, [draw(30, 0.8), draw(30, 0.8)], [draw(20, 0.4), draw(20, 0.4)]),
        ...cells('touched', { rep: name }, draw(30, 0.9), draw(30, 0.9)),
      ]),
      same,
    ),
  ).filter(({ findings }) => findings.length > 0)
  expect(named.length / 200).toBeLessThan(0.05)
})
