import { Card } from '@/components/ui/card'
import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { RefreshWhile } from '@/components/ui/refresh-while'
import { Stat, StatRow } from '@/components/ui/stat'
import type { BulkShape } from '@/lib/bulk/bulk-shape'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'

/** An action that goes on, forwards or back: how far it is, and the way to stop it. It goes on when the page is left. */
export function BulkProgress({ of, cancel }: { of: BulkShape; cancel: FormAction }) {
  const isBack = of.status === 'undoing'
  const [done, all] = isBack ? [of.voided, of.changed] : [of.changed + of.skipped + of.refused, of.matched]
  return (
    <Card title={isBack ? 'Taking the touches back' : 'Under way'} aside={formatPercent(all > 0 ? done / all : 0)}>
      <RefreshWhile everyMs={1000} />
      <Progress label="Leads done" value={done} max={all} />
      <p role="status" className="mt-3 text-sm text-ink-soft tabular-nums">
        {formatCount(done)} of {formatCountOf(all, 'lead')} done. You can leave this page; it goes on.
      </p>
      {isBack ? null : (
        <Form action={cancel} hidden={{ bulkActionId: of.id }} className="mt-4">
          <SubmitButton look="secondary" pending="Stopping…">
            Stop
          </SubmitButton>
        </Form>
      )}
    </Card>
  )
}

/** What became of the chosen leads. */
export function BulkResult({ of }: { of: BulkShape }) {
  return (
    <>
      {of.status === 'failed' ? (
        <Notice kind="error" title="It could not go on">
          {of.failure}
        </Notice>
      ) : null}
      {of.status === 'cancelled' ? (
        <Notice kind="warn" title="It was stopped">
          What was done to the leads before stays; the others were not looked at.
        </Notice>
      ) : null}
      {of.status === 'undone' ? (
        <Notice title={`${formatCountOf(of.voided, 'touch', 'touches')} taken back`}>
          Counts, stages and offers are as if they had not been logged.
        </Notice>
      ) : null}
      <StatRow>
        <Stat label="Chosen" value={formatCount(of.matched)} footnote={of.matched === 1 ? 'lead' : 'leads'} />
        <Stat label="Changed" value={formatCount(of.changed)} />
        <Stat label="Skipped" value={formatCount(of.skipped)} footnote="had it already" />
        <Stat label="Refused" value={formatCount(of.refused)} footnote={of.refused > 0 ? 'with reasons below' : ''} />
      </StatRow>
    </>
  )
}

/** Takes a bulk touch back, as long as that is possible. */
export function UndoTouches({ of, undo, until }: { of: BulkShape; undo: FormAction; until: string }) {
  return (
    <Card title="Was it a mistake?">
      <Form action={undo} hidden={{ bulkActionId: of.id }}>
        <p className="text-sm text-ink-soft">
          Until {until} these touches can be taken back, exactly these. Offers that nobody accepted go with them; a lead
          that a rep has accepted stays with the rep.
        </p>
        <FormButtons>
          <SubmitButton look="secondary" pending="Taking back…">
            Take {formatCountOf(of.changed, 'touch', 'touches')} back
          </SubmitButton>
        </FormButtons>
      </Form>
    </Card>
  )
}
