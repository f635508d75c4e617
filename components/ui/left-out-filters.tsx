import { Notice } from './notice'

/** Names the filters of an address that can't be read, above the list without them. `<LeftOutFilters names={odd} />` */
export function LeftOutFilters({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <div className="px-4 pt-3 md:px-6">
      <Notice kind="warn">This address has filters that say nothing here and are left out: {names.join(', ')}.</Notice>
    </div>
  )
}
