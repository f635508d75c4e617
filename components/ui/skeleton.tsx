/** A grey stand-in of the size of what comes. `<Skeleton className="h-5 w-40" />` */
export function Skeleton({ className }: { className: string }) {
  return <span className={`block animate-pulse rounded-md bg-sunken ${className}`} />
}

function HeaderSkeleton() {
  return (
    <div className="flex h-(--header-height) items-center justify-between border-b border-line bg-surface px-4 md:px-6">
      <div className="flex flex-col gap-1.5">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-3.5 w-56" />
      </div>
      <Skeleton className="h-8.5 w-28 max-md:hidden" />
    </div>
  )
}

function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        Loading
      </p>
      <div aria-hidden="true">
        <HeaderSkeleton />
        {children}
      </div>
    </div>
  )
}

/** For the loading.tsx of a page with a filter bar and a table. */
export function TablePageSkeleton({ rows = 14 }: { rows?: number }) {
  return (
    <Loading>
      <div className="flex gap-2 border-b border-line px-4 py-3 md:px-6">
        <Skeleton className="h-8.5 w-60 max-md:h-11" />
        <Skeleton className="h-8.5 w-32 max-md:h-11" />
      </div>
      <div className="max-md:flex max-md:flex-col max-md:gap-2 max-md:p-3 md:pt-9">
        {Array.from({ length: rows }, (_, index) => (
          <div
            key={index}
            className="flex h-11 items-center gap-6 border-b border-line px-4 max-md:h-28 max-md:rounded-lg max-md:border md:px-6"
          >
            <Skeleton className="h-4 w-1/4" />
            <Skeleton className="h-4 w-1/5" />
            <Skeleton className="h-4 w-1/6 max-md:hidden" />
          </div>
        ))}
      </div>
    </Loading>
  )
}

/** For a page of key figures above cards (Marketing, Dashboard). */
export function BoardPageSkeleton({ figures = 4, columns = 3 }: { figures?: number; columns?: 2 | 3 }) {
  return (
    <Loading>
      <div className="flex flex-col gap-4 px-4 py-4 md:px-6 md:py-6">
        <div className="grid grid-cols-2 gap-2.5 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
          {Array.from({ length: figures }, (_, index) => (
            <Skeleton key={index} className="h-25 rounded-lg" />
          ))}
        </div>
        <div className={`grid gap-4 ${columns === 3 ? 'md:grid-cols-3' : 'md:grid-cols-2'}`}>
          {Array.from({ length: columns }, (_, index) => (
            <Skeleton key={index} className="h-80 rounded-lg" />
          ))}
        </div>
      </div>
    </Loading>
  )
}

/** For a list with its detail beside it (Sales, Handoffs). */
export function SplitPageSkeleton({ rows = 7 }: { rows?: number }) {
  return (
    <Loading>
      <div className="grid lg:grid-cols-[minmax(20rem,46%)_minmax(0,1fr)]">
        <div className="border-r border-line">
          {Array.from({ length: rows }, (_, index) => (
            <div key={index} className="flex h-24 flex-col justify-center gap-2 border-b border-line px-5">
              <Skeleton className="h-4 w-1/2" />
              <Skeleton className="h-3.5 w-1/3" />
              <Skeleton className="h-4 w-36" />
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-4 p-7 max-lg:hidden">
          <Skeleton className="h-12 w-2/3" />
          <Skeleton className="h-44 w-full rounded-lg" />
          <Skeleton className="h-64 w-full rounded-lg" />
        </div>
      </div>
    </Loading>
  )
}
