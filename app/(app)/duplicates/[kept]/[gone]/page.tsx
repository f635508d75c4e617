import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { MergeForm } from '@/components/duplicates/merge-form'
import { MergeConsequences, MergePreview } from '@/components/duplicates/merge-preview'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { evidenceInWords } from '@/lib/duplicates/evidence'
import { getMergePage } from '@/lib/merges/merge-page'
import { findKeptLead } from '@/lib/merges/queries'
import { dismissAction, mergeAction } from '../../actions'

export const metadata: Metadata = { title: 'Merge two leads' }

export default async function MergeLeadsPage({ params }: PageProps<'/duplicates/[kept]/[gone]'>) {
  const actor = await currentActor()
  if (!can(actor, 'lead.merge')) notFound()
  const path = await params
  const [keptId, goneId] = [pathId(path.kept), pathId(path.gone)]
  if (keptId === goneId) redirect(`/leads/${keptId}`)
  // Somebody has merged them meanwhile: the lead that they became says so.
  const became = (await findKeptLead(actor, goneId)) ?? (await findKeptLead(actor, keptId))
  if (became) redirect(`/leads/${became}`)
  const page = await orNotFound(getMergePage(actor, keptId, goneId, new Date()))
  const { kept, gone, evidence } = page
  return (
    <>
      <PageHeader
        title="Are these two one person?"
        subline={evidence.length > 0 ? `${kept.name} and ${gone.name}: ${evidenceInWords(evidence)}.` : undefined}
        actions={
          <Form
            action={dismissAction}
            hidden={{ leadId: kept.id, otherId: gone.id }}
            doneHref="/duplicates"
            label="Not the same"
            className="contents"
          >
            <SubmitButton look="secondary">Not the same</SubmitButton>
          </Form>
        }
      />
      <PageBody>
        <MergePreview page={page} swapHref={`/duplicates/${gone.id}/${kept.id}`} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
          <div className="min-w-0 lg:order-last">
            <MergeConsequences page={page} />
          </div>
          <MergeForm
            key={`${kept.id} ${kept.version} ${gone.version}`}
            page={page}
            action={mergeAction}
            cancelHref="/duplicates"
          />
        </div>
      </PageBody>
    </>
  )
}
