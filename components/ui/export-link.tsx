import { Download } from 'lucide-react'
import { buttonClass } from './button'

/** Downloads a list as a file, as it is filtered. */
export function ExportLink({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonClass()}>
      <Download className="size-4" aria-hidden="true" />
      Export
    </a>
  )
}
