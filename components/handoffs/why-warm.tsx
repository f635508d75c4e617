import type { LeadShape } from '@/lib/leads/lead-shape'
import { Card } from '../ui/card'

/** What a rep reads before the call: why the lead is here, and what Marketing says of it. */
export function WhyWarm({
  lead,
  sentences,
  note,
  noteBy,
}: {
  lead: Pick<LeadShape, 'stage' | 'firstName' | 'name'>
  sentences: string[]
  note: string | null
  noteBy: string
}) {
  const who = lead.firstName ?? lead.name
  const title = lead.stage === 'COLD' ? `Why ${who} is offered` : `Why ${who} is ${lead.stage.toLowerCase()}`
  return (
    <Card title={title}>
      <ul className="flex flex-col gap-1 text-sm text-ink-soft">
        {sentences.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
      {note ? (
        <figure className="mt-3 border-l-2 border-line-strong pl-3 text-sm">
          <blockquote className="break-words whitespace-pre-line">{note}</blockquote>
          <figcaption className="text-xs text-ink-quiet">{noteBy}</figcaption>
        </figure>
      ) : null}
    </Card>
  )
}
