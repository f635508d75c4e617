import { ArrowRightLeft } from 'lucide-react'
import type { HandoffView } from '@/lib/handoffs/views'
import { EmptyState } from '../ui/empty-state'

const nothing: Record<HandoffView, { title: string; text: string }> = {
  waiting: {
    title: 'Nobody waits',
    text: 'A lead is offered to Sales when it turns warm, or when Marketing offers it.',
  },
  accepted: {
    title: 'No accepted handoff is open',
    text: 'What a rep accepts stays here until the lead is closed or sent back.',
  },
  answer: { title: 'Nothing to answer', text: 'When Sales sends a lead back for repair, Marketing answers it here.' },
  returned: {
    title: 'Nothing was sent back',
    text: 'What Sales gives back, and what Marketing answered, shows up here.',
  },
  closed: { title: 'No handoff ended in a win or a loss yet', text: 'It does when the lead is closed.' },
  withdrawn: {
    title: 'No offer was withdrawn',
    text: 'Marketing takes offers back, or Baton does when their reason goes.',
  },
  settle: {
    title: 'Nothing to settle',
    text: 'Disputed repairs, and leads that came back for repair twice, show up here.',
  },
  all: {
    title: 'Nothing was offered to Sales yet',
    text: 'A lead is offered when it turns warm, or when Marketing offers it.',
  },
}

/** An empty list of handoffs says what would be in it. */
export function NoHandoffs({ view, isFiltered }: { view: HandoffView; isFiltered: boolean }) {
  const { title, text } = nothing[view]
  return (
    <EmptyState icon={<ArrowRightLeft />} title={isFiltered ? 'No handoff matches' : title}>
      {isFiltered ? 'Take a filter away, or choose another.' : text}
    </EmptyState>
  )
}
