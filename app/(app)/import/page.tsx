import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { ImportTable } from '@/components/imports/import-table'
import { UploadForm } from '@/components/imports/upload-form'
import { Card } from '@/components/ui/card'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { mostMegabytes } from '@/lib/imports/file-store'
import { recentImports } from '@/lib/imports/queries'
import { readRefusal, refusalCookie } from '@/lib/imports/upload-refusal'
import { kindWords } from '@/lib/imports/words-for-people'
import { companySettings } from '@/lib/settings/queries'
import { ImportKind } from '@/prisma/generated/enums'

export const metadata = { title: 'Import' }

const recent = 25

export default async function ImportPage() {
  const actor = await currentActor()
  if (!can(actor, 'import.leads')) notFound()
  const [imports, { timeZone }, jar] = await Promise.all([recentImports(actor, recent), companySettings(), cookies()])
  const refusal = readRefusal(jar.get(refusalCookie)?.value)
  const kinds = Object.values(ImportKind)
    .filter((kind) => can(actor, `import.${kind}`))
    .map((value) => ({ value, ...kindWords[value] }))
  return (
    <>
      <PageHeader title="Import" subline="What another system knows, from a CSV or Excel file" />
      <PageBody>
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_18rem] lg:items-start">
          <Card title="Upload a file">
            <UploadForm
              kinds={kinds}
              chosen={refusal?.kind ?? 'leads'}
              limit={mostMegabytes()}
              {...(refusal ? { error: refusal.message } : {})}
            />
          </Card>
          <Card title="How to prepare it">
            <ul className="flex flex-col gap-2.5 text-sm text-ink-soft">
              <li>
                The first line names the columns. Exports of HubSpot, Salesforce, Zoho and Pipedrive are understood as
                they are.
              </li>
              <li>A lead is recognised by its external id, or by its email where one of the two has no external id.</li>
              <li>Rows that are not right come back to you with the reason; the others are in.</li>
            </ul>
            <p className="mt-4 mb-1.5 text-sm font-medium">Samples to fill in</p>
            <ul className="flex flex-col gap-1 text-sm">
              {kinds.map(({ value, label }) => (
                <li key={value}>
                  <a
                    href={`/samples/${value}.csv`}
                    download
                    className="underline underline-offset-2 hover:text-ink-soft"
                  >
                    {label} (CSV)
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <Card title="Recent imports" flush className="mt-4">
          <ImportTable imports={imports} zone={timeZone} now={new Date()} />
        </Card>
      </PageBody>
    </>
  )
}
