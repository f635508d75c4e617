import { Card } from '@/components/ui/card'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { RefreshWhile } from '@/components/ui/refresh-while'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'
import type { ImportKind } from '@/prisma/generated/enums'

type Reverting = { revertDone: number; revertTotal: number }

/** An import that is being taken back: how far it is. It goes on when the page is left. */
export function RevertProgress({ of: { revertDone, revertTotal } }: { of: Reverting }) {
  return (
    <Card title="Taking it back" aside={formatPercent(revertTotal > 0 ? revertDone / revertTotal : 0)}>
      <RefreshWhile everyMs={1000} />
      <Progress label="Leads done" value={revertDone} max={Math.max(revertTotal, 1)} />
      <p role="status" className="mt-3 text-sm text-ink-soft tabular-nums">
        {formatCount(revertDone)} of {formatCountOf(revertTotal, 'lead')} done. You can leave this page; it goes on.
      </p>
    </Card>
  )
}

const effects: Record<ImportKind, string> = {
  leads:
    'New leads are removed, unless somebody has worked with them since. Facts that were changed go back where nobody has changed them again.',
  touchpoints:
    'The touches are removed, and counts and stages follow. Offers that nobody accepted are withdrawn; a lead that a rep has accepted stays with the rep.',
  outcomes: 'The leads are as they were before, unless somebody has closed or reopened them since.',
}

/** Takes an import back. */
export function RevertImport({ importId, kind, revert }: { importId: string; kind: ImportKind; revert: FormAction }) {
  return (
    <Card title="Was it a mistake?">
      <Form action={revert} hidden={{ importId }}>
        <p className="max-w-prose text-sm text-ink-soft">
          {effects[kind]} What stays is listed here. The same file can be imported again afterwards.
        </p>
        <FormButtons>
          <SubmitButton look="secondary" pending="Taking back…">
            Take this import back
          </SubmitButton>
        </FormButtons>
      </Form>
    </Card>
  )
}

type Reverted = { revertDone: number; by: string; at: string; keptCount: number }

/** What became of an import that was taken back. */
export function RevertResult({ of: { revertDone, by, at, keptCount } }: { of: Reverted }) {
  return (
    <Notice
      kind={keptCount > 0 ? 'warn' : 'good'}
      title={
        keptCount > 0 ? `Taken back, but of ${formatCountOf(keptCount, 'lead')} something stays` : 'Taken back wholly'
      }
    >
      {formatCountOf(revertDone, 'lead')} looked at, by {by}, {at}.{' '}
      {keptCount > 0 ? 'The reasons are below.' : 'All is as before the import.'}
    </Notice>
  )
}
