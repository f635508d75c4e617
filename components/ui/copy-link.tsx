'use client'

import { useState, useSyncExternalStore } from 'react'
import { Check, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'

const never = () => () => {}

/** Copies the address of the page, which says all that the page shows. Where the browser may not, nothing is there. */
export function CopyLink() {
  const [copied, setCopied] = useState<string>()
  const canCopy = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  )
  const address = useSyncExternalStore(
    never,
    () => location.href,
    () => '',
  )
  if (!canCopy) return null
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(location.href)
  }
  const isCopied = copied === address
  return (
    <>
      <Button size="sm" icon={isCopied ? <Check /> : <Link2 />} onClick={() => void copy()}>
        {isCopied ? 'Link copied' : 'Copy link'}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? 'The link is copied.' : ''}
      </span>
    </>
  )
}
