import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Says of an export of deals what its rows become, and to those who may not import that, who can. */
export function DealsNotice({
  importId,
  isOutcomes,
  mayImport,
}: {
  importId: string
  /** Whether the page takes its rows for outcomes. */
  isOutcomes: boolean
  mayImport: boolean
}) {
  if (isOutcomes)
    return (
      <Notice title="This is an export of deals">
        Each row says how the lead that it names ended; deals that still go on are left out. Import the leads first.
      </Notice>
    )
  if (mayImport)
    return (
      <Notice
        kind="warn"
        title="This looks like an export of deals"
        action={<LinkButton href={`/import/${importId}?kind=outcomes`}>Take it as outcomes</LinkButton>}
      >
        Its rows say how leads ended. Taken as anything else, each deal would be one of those.
      </Notice>
    )
  return (
    <Notice kind="warn" title="This looks like an export of deals">
      Its rows say how leads ended: won, lost and why. A manager can import it as outcomes; here each deal would become
      a lead of its own, or a touch.
    </Notice>
  )
}
