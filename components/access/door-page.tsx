import type { ReactNode } from 'react'
import { Mark } from '@/components/shell/mark'

/** A page outside: the mark, what this is, one form. `<DoorPage title="Sign in" subline="…"><Form …/></DoorPage>` */
export function DoorPage({ title, subline, children }: { title: string; subline?: ReactNode; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh items-start justify-center px-4 pt-[12vh] pb-12 max-md:pt-[8vh]">
      <div className="w-full max-w-sm">
        <p className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Mark className="size-8" />
          Baton
        </p>
        <div className="mt-6 rounded-lg border border-line bg-surface p-5 md:p-6">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {subline ? <p className="mt-1 text-sm text-ink-quiet">{subline}</p> : null}
          <div className="mt-5">{children}</div>
        </div>
      </div>
    </main>
  )
}
