import { DateTime } from '../ui/date-time'
import { Card } from '../ui/card'

export type ShownVersion = {
  version: number
  savedAt: Date
  savedBy: { name: string } | null
  changes: string[]
  offersRisen: boolean
}

/** Who saved which policy when, the one that holds first. */
export function PolicyVersions({ versions, zone, now }: { versions: ShownVersion[]; zone: string; now: Date }) {
  return (
    <Card title="Versions">
      <ol className="flex flex-col gap-3">
        {versions.map(({ version, savedAt, savedBy, changes, offersRisen }, index) => (
          <li key={version} className="text-sm">
            <p>
              <span className="font-medium">Version {version}</span>
              {index === 0 ? ' holds now' : ''}
              <span className="text-xs text-ink-quiet">
                {' '}
                · {savedBy?.name ?? 'Baton'}, <DateTime at={savedAt} zone={zone} now={now} as="relative" />
              </span>
            </p>
            <ul className="text-xs text-ink-quiet">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
              {offersRisen ? <li>What became warm by it was offered to Sales.</li> : null}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  )
}
