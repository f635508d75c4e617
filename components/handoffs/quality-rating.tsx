import { Check } from 'lucide-react'
import type { FormAction } from '@/lib/forms/form-state'
import { qualities, qualityWords } from '@/lib/handoffs/quality'
import type { LeadQuality } from '@/prisma/generated/enums'
import { Form, SubmitButton } from '../ui/form'

/** How good Sales finds the lead: one press, and another changes it. */
export function QualityRating({
  action,
  handoffId,
  quality,
}: {
  action: FormAction
  handoffId: string
  quality: LeadQuality | null
}) {
  return (
    <Form
      action={action}
      hidden={{ handoffId }}
      label="How good is this lead?"
      className="flex flex-wrap items-center gap-2"
    >
      <span className="mr-1 text-sm text-ink-soft">How good is this lead?</span>
      {qualities.map((value) => (
        <SubmitButton
          key={value}
          name="quality"
          value={value}
          look="secondary"
          size="sm"
          icon={value === quality ? <Check /> : undefined}
          isPressed={value === quality}
          pending={qualityWords[value]}
        >
          {qualityWords[value]}
        </SubmitButton>
      ))}
    </Form>
  )
}
