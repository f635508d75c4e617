'use client'

import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react'

type Turn = { holder: string | null; setHolder: (holder: string | null) => void }

const Context = createContext<Turn | null>(null)

/** Around forms of which one changes what another is about to do: while one is under way, the others wait and say so. */
export function OneAtATime({ children }: { children: ReactNode }) {
  const [holder, setHolder] = useState<string | null>(null)
  return <Context value={{ holder, setHolder }}>{children}</Context>
}

/** Takes the turn while the form is under way. Returns whether another form has it. */
export function useTurn(isUnderWay: boolean): boolean {
  const turn = useContext(Context)
  const own = useId()
  const setHolder = turn?.setHolder
  useEffect(() => {
    if (!isUnderWay || !setHolder) return
    setHolder(own)
    return () => setHolder(null)
  }, [isUnderWay, setHolder, own])
  return turn !== null && turn.holder !== null && turn.holder !== own
}
