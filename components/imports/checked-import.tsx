import { Form, FormButtons, SubmitButton } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Stat, StatRow } from '@/components/ui/stat'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { FormAction } from '@/lib/forms/form-state'
import { fateWords } from '@/lib/imports/words-for-people'
import type { ImportKind } from '@/prisma/generated/enums'

type Checked = {
  id: string
  kind: ImportKind
  status: string
  rowsTotal: number
  created: number
  updated: number
  skipped: number
  failed: number
  byEmail: number
  failure: string | null
  overwritesWithEmpty: boolean
}

/** What an import would do, and the way to do it. */
export function CheckedImport({ of, importNow, again }: { of: Checked; importNow: FormAction; again: FormAction }) {
  const { created, updated, skipped, failed, byEmail } = of
  const imported = created + updated
  const meaning = fateWords[of.kind]
  if (of.status !== 'done')
    return (
      <Notice kind="warn" title="The check was not finished">
        {of.failure ?? 'It was stopped.'} Nothing is written.
      </Notice>
    )
  return (
    <>
      {imported > 0 ? (
        <Notice title="Nothing is written yet">
          This is what the import would do with {formatCountOf(of.rowsTotal, 'row')}.
          {of.overwritesWithEmpty && updated > 0 ? ' Known leads would lose what their row leaves empty.' : ''}
          {byEmail > 0
            ? ` Of ${formatCountOf(byEmail, 'row')} no lead has the id: ${byEmail === 1 ? 'it goes' : 'they go'} by the email.`
            : ''}
        </Notice>
      ) : (
        <Notice kind="warn" title="There is nothing to import">
          {failed > 0
            ? `${formatCountOf(failed, 'row')} can not be taken in, for the reasons below: change what the columns mean, or mend the file and import it again. `
            : ''}
          {skipped > 0
            ? `${formatCountOf(skipped, 'row')} would be skipped: known already, or left out as you chose.`
            : ''}
        </Notice>
      )}
      <StatRow>
        <Stat label={`Would ${meaning.created.will}`} value={formatCount(created)} footnote={meaning.created.of} />
        <Stat label={`Would ${meaning.updated.will}`} value={formatCount(updated)} footnote={meaning.updated.of} />
        <Stat label="Would skip" value={formatCount(skipped)} footnote={meaning.skipped} />
        <Stat label="Not right" value={formatCount(failed)} footnote={failed > 0 ? 'with their reasons below' : ''} />
      </StatRow>
      <div className="flex flex-wrap gap-2">
        {imported > 0 ? (
          <Form action={importNow} hidden={{ importId: of.id }}>
            <FormButtons>
              <SubmitButton pending="Starting…">Import {formatCountOf(imported, 'row')} now</SubmitButton>
            </FormButtons>
          </Form>
        ) : null}
        <Form action={again} hidden={{ importId: of.id }}>
          <FormButtons>
            <SubmitButton look={imported > 0 ? 'secondary' : 'primary'} pending="Opening…">
              Change the columns
            </SubmitButton>
          </FormButtons>
        </Form>
      </div>
    </>
  )
}
