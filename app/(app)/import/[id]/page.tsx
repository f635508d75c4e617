import { notFound } from 'next/navigation'
import * as z from 'zod'
import { CheckedImport } from '@/components/imports/checked-import'
import { ImportAgain } from '@/components/imports/import-again'
import { ImportBadge } from '@/components/imports/import-badge'
import { ImportProgress } from '@/components/imports/import-progress'
import { DealsNotice } from '@/components/imports/deals-notice'
import { FileReading } from '@/components/imports/file-reading'
import { FailedRows, ImportResult } from '@/components/imports/import-result'
import { RevertImport, RevertProgress, RevertResult } from '@/components/imports/import-revert'
import { LeadsWithReasons } from '@/components/leads/leads-with-reasons'
import { MappingForm } from '@/components/imports/mapping-form'
import { MappingOrigin } from '@/components/imports/mapping-origin'
import { LinkButton } from '@/components/ui/button'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/errors'
import { formatCountOf } from '@/lib/format/format-number'
import { formatDay, formatMoment } from '@/lib/format/format-time'
import { isDealsFile } from '@/lib/imports/deals-file'
import {
  addressesOfPeople,
  countImportReasons,
  getImportFile,
  isFileKept,
  listImportErrors,
  listKept,
} from '@/lib/imports/queries'
import { proposeMapping } from '@/lib/imports/propose-mapping'
import { findSavedMapping } from '@/lib/imports/saved-mappings'
import { formInWords } from '@/lib/imports/shape-in-words'
import { kindWords } from '@/lib/imports/words-for-people'
import { companySettings } from '@/lib/settings/queries'
import { ImportKind } from '@/prisma/generated/enums'
import {
  cancelImportAction,
  changeColumnsAction,
  importCheckedAction,
  repeatImportAction,
  rereadImportAction,
  revertImportAction,
  startImportAction,
} from './actions'

export const metadata = { title: 'Import' }

const shownErrors = 20
const shownKept = 100
const shownReasons = 6

async function found(actor: Awaited<ReturnType<typeof currentActor>>, id: string) {
  if (!can(actor, 'import.leads') || !z.guid().safeParse(id).success) notFound()
  return getImportFile(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') notFound()
    throw error
  })
}

export default async function ImportFilePage({ params, searchParams }: PageProps<'/import/[id]'>) {
  const actor = await currentActor()
  const [{ id }, { kind: asked, mapping: wanted }] = await Promise.all([params, searchParams])
  const file = await found(actor, id)
  const { status, shape } = file
  const kinds = Object.values(ImportKind).filter((kind) => can(actor, `import.${kind}`))
  const kind = kinds.find((word) => word === asked) ?? kinds.find((word) => word === file.kind) ?? 'leads'
  const rows = formatCountOf(file.rowsTotal, 'row')
  const known = status === 'uploaded' ? await findSavedMapping(actor, kind, shape.headers) : null
  const saved = wanted === 'suggested' ? null : known
  const people = status === 'uploaded' ? await addressesOfPeople(actor) : []
  const isOver = !['uploaded', 'running', 'reverting'].includes(status)
  const isDone = isOver && !file.isDryRun && file.created + file.updated > 0
  const isTheirs = file.createdBy.id === actor.id || can(actor, 'lead.assign')
  const { timeZone } = await companySettings()
  const [errors, reasons, isKept, { data: kept, count: keptCount }] = isOver
    ? await Promise.all([
        listImportErrors(actor, id, shownErrors),
        countImportReasons(actor, id, shownReasons),
        isFileKept(actor, id),
        listKept(actor, id, { limit: shownKept }),
      ])
    : [[], [], false, { data: [], count: 0 }]
  return (
    <>
      <PageHeader
        title={file.fileName}
        badge={<ImportBadge status={status} isDryRun={file.isDryRun} />}
        subline={`${rows}, ${formatCountOf(shape.headers.length, 'column')}, ${formInWords(shape)}; uploaded by ${file.createdBy.name}`}
        actions={
          isDone && status !== 'reverted' ? (
            <LinkButton
              look="primary"
              href={file.kind === 'leads' && file.created > 0 ? `/leads?import=${id}` : '/leads'}
            >
              See the leads
            </LinkButton>
          ) : undefined
        }
      />
      <PageBody>
        <div className="flex max-w-5xl flex-col gap-4">
          {status === 'uploaded' ? (
            <>
              <Tabs
                label="What is in the file"
                tabs={kinds.map((word) => ({
                  label: kindWords[word].label,
                  href: `/import/${id}?kind=${word}`,
                  isActive: word === kind,
                }))}
              />
              {isDealsFile(shape.headers, shape.samples) ? (
                <DealsNotice importId={id} isOutcomes={kind === 'outcomes'} mayImport={kinds.includes('outcomes')} />
              ) : null}
              <FileReading importId={id} shape={shape} kind={kind} reread={rereadImportAction} />
              <MappingForm
                key={`${kind} ${saved?.savedAt.getTime() ?? ''} ${file.rowsTotal} ${shape.headers.join()}`}
                action={startImportAction}
                importId={id}
                kind={kind}
                unmapped={kind === 'touchpoints' ? 'Leave out' : 'Keep in the details'}
                offersWarm={kind === 'touchpoints'}
                choosesMode={kind === 'leads'}
                rows={`${rows} as ${kindWords[kind].many}`}
                proposed={
                  <MappingOrigin
                    href={`/import/${id}?kind=${kind}`}
                    saved={known && { by: known.savedBy, at: formatDay(known.savedAt, timeZone) }}
                    isUsed={saved !== null}
                  />
                }
                {...proposeMapping(shape, kind, { saved: saved?.mapping ?? null, people })}
              />
            </>
          ) : null}
          {status === 'running' ? <ImportProgress of={file} cancel={cancelImportAction} /> : null}
          {status === 'reverting' ? <RevertProgress of={file} /> : null}
          {isOver ? (
            <>
              {file.revertedAt && file.revertedBy ? (
                <RevertResult
                  of={{
                    revertDone: file.revertDone,
                    by: file.revertedBy.name,
                    at: formatMoment(file.revertedAt, timeZone),
                    keptCount,
                  }}
                />
              ) : null}
              <LeadsWithReasons title="What stays" rows={kept} all={keptCount} />
              {file.isDryRun ? (
                <CheckedImport of={file} importNow={importCheckedAction} again={changeColumnsAction} />
              ) : (
                <ImportResult of={file} />
              )}
              <FailedRows importId={id} rows={errors} failed={file.failed} reasons={reasons} />
              {isDone && status !== 'reverted' && isTheirs && can(actor, `import.${file.kind}`) ? (
                <RevertImport importId={id} kind={file.kind} revert={revertImportAction} />
              ) : null}
              {isKept && !file.isDryRun ? (
                <ImportAgain
                  importId={id}
                  action={repeatImportAction}
                  kinds={(status === 'reverted'
                    ? kinds
                    : [...kinds.filter((word) => word !== file.kind), file.kind]
                  ).map((value) => ({
                    value,
                    label: kindWords[value].label,
                  }))}
                />
              ) : null}
            </>
          ) : null}
        </div>
      </PageBody>
    </>
  )
}
