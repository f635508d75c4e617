import { Form, SubmitButton } from '@/components/ui/form'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'
import { RefreshWhile } from '@/components/ui/refresh-while'

type Progressing = { id: string; isDryRun: boolean; rowsTotal: number; rowsDone: number; failed: number }

/** An import that goes on: how far it is, and the way to stop it. It goes on when the page is left. */
export function ImportProgress({ of, cancel }: { of: Progressing; cancel: FormAction }) {
  const share = of.rowsTotal > 0 ? of.rowsDone / of.rowsTotal : 0
  return (
    <Card title={of.isDryRun ? 'Checking' : 'Importing'} aside={formatPercent(share)}>
      <RefreshWhile everyMs={1000} />
      <Progress label="Rows imported" value={of.rowsDone} max={of.rowsTotal} />
      <p role="status" className="mt-3 text-sm text-ink-soft tabular-nums">
        {formatCount(of.rowsDone)} of {formatCountOf(of.rowsTotal, 'row')} done
        {of.failed > 0 ? `, ${formatCount(of.failed)} not right` : ''}. You can leave this page; it goes on.
      </p>
      <Form action={cancel} hidden={{ importId: of.id }} className="mt-4">
        <SubmitButton look="secondary" pending="Stopping…">
          {of.isDryRun ? 'Stop the check' : 'Stop the import'}
        </SubmitButton>
      </Form>
    </Card>
  )
}
