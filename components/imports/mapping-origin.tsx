import { Link } from '@/components/ui/link'

/** Where the proposed columns come from, and the way to the other proposal. */
export function MappingOrigin({
  href,
  saved,
  isUsed,
}: {
  href: string
  saved: { by: string; at: string } | null
  isUsed: boolean
}) {
  if (!saved) return 'Proposed by their names; change what is not right'
  const link = 'underline underline-offset-2 hover:text-ink-soft'
  return isUsed ? (
    <>
      Mapping of {saved.at} by {saved.by} used again.{' '}
      <Link href={`${href}&mapping=suggested`} className={link}>
        Propose by names instead
      </Link>
    </>
  ) : (
    <>
      Proposed by their names.{' '}
      <Link href={href} className={link}>
        Use the mapping of {saved.at} by {saved.by}
      </Link>
    </>
  )
}
