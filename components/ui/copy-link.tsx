'use client'

import { useState, useSyncExternalStore } from 'react'
import { Check, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'

const never = () => () => {}

/** Copies an address of ours, with the place where it is found. Where the browser may not, nothing is there. */
export function CopyLink({ href }: { href: string }) {
  const [copied, setCopied] = useState<string>()
  const canCopy = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  )
  if (!canCopy) return null
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href, location.origin).href)
    setCopied(href)
  }
  const isCopied = copied === href
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
