import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import { formatCountOf } from '@/lib/format/format-number'
import type { MergePage } from '@/lib/merges/merge-page'
import { StageBadge } from '../leads/stage-badge'
import { TouchMeter } from '../leads/touch-meter'
import { Card } from '../ui/card'

type Counted = Pick<MergePage['preview'], 'ticks' | 'touchCount' | 'stage'>

/** Both leads and what becomes of them: their touch meters, that of the result, and in words what the merge does. */
export function MergePreview({ page, swapHref }: { page: MergePage; swapHref: string }) {
  const { kept, gone, preview } = page
  return (
    <div className="grid gap-3 md:grid-cols-3">
      <Lead page={page} counted={kept} href={`/leads/${kept.id}`} role="Stays" name={kept.name} />
      <Lead page={page} counted={gone} href={`/leads/${gone.id}`} role="Goes" name={gone.name}>
        <Link href={swapHref} className="text-xs text-ink-soft underline underline-offset-2 hover:text-ink">
          Keep this one instead
        </Link>
      </Lead>
      <Lead
        page={page}
        counted={preview}
        role="Together"
        name={formatCountOf(preview.touchCount, 'touch', 'touches')}
      />
    </div>
  )
}

function Lead({
  page: { policy },
  counted: { ticks, touchCount, stage },
  role,
  name,
  href,
  children,
}: {
  page: MergePage
  counted: Counted
  role: string
  name: string
  href?: string
  children?: ReactNode
}) {
  return (
    <Card>
      <p className="mb-1 text-xs text-ink-quiet">{role}</p>
      <p className="mb-2 flex min-w-0 items-center justify-between gap-2 text-sm">
        {href ? (
          <Link href={href} className="truncate font-medium hover:underline">
            {name}
          </Link>
        ) : (
          <span className="truncate font-medium">{name}</span>
        )}
        <StageBadge stage={stage} />
      </p>
      <TouchMeter
        size="card"
        ticks={ticks}
        touchCount={touchCount}
        warmAt={policy.warmAt}
        hotAt={policy.hotAt}
        closeBy={policy.closeBy}
      />
      {children ? <p className="mt-2">{children}</p> : null}
    </Card>
  )
}

/** What the merge does, in words. */
export function MergeConsequences({ page }: { page: MergePage }) {
  return (
    <Card title="What will happen">
      <ul className="flex list-disc flex-col gap-1.5 pl-4 text-sm text-ink-soft">
        {sentences(page).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}

function sentences({ kept, gone, handoffs, hasTwoOpen }: MergePage): string[] {
  const comes = [
    ...(gone.lifetimeTouchCount > 0 ? [formatCountOf(gone.lifetimeTouchCount, 'touch', 'touches')] : []),
    ...(handoffs.gone > 0 ? [formatCountOf(handoffs.gone, 'handoff')] : []),
    'the whole history',
  ]
  const known = [gone.externalId, gone.email === kept.email ? null : gone.email].filter(Boolean).join(' or ')
  return [
    `${inWords.format(comes)} of the lead that goes ${comes.length > 1 ? 'come' : 'comes'} to the one that stays.`.replace(
      /^t/,
      'T',
    ),
    'Nothing is offered to Sales by the merge itself.',
    ...(hasTwoOpen
      ? ['Both have an open handoff. That of the one whose standing you leave ends, with a line that says why.']
      : []),
    ...(kept.doNotContact !== gone.doNotContact
      ? ['One of them is marked do-not-contact, so the merged lead is.']
      : []),
    ...(known ? [`An import that names ${known} means the lead that stays.`] : []),
    'Facts that you leave are told in the history, and the merge can be undone.',
  ]
}

const inWords = new Intl.ListFormat('en-GB')
