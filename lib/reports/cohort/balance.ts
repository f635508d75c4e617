import type { Stage } from '@/prisma/generated/enums'

/** Leads of the cohort that stand alike, with the touches that both teams put into them. */
export type TouchesByTeam = {
  isWon: boolean
  isLost: boolean
  stage: Stage
  leads: number
  marketingTouches: number
  salesTouches: number
}

export type BalanceRow = { label: string; leads: number; marketingTouches: number; salesTouches: number }

const rows: { label: string; of: (alike: TouchesByTeam) => boolean }[] = [
  { label: 'Won', of: ({ isWon }) => isWon },
  { label: 'Lost', of: ({ isLost }) => isLost },
  { label: 'Open, hot', of: ({ isWon, isLost, stage }) => !isWon && !isLost && stage === 'HOT' },
  { label: 'Open, warm', of: ({ isWon, isLost, stage }) => !isWon && !isLost && stage === 'WARM' },
  { label: 'Open, cold', of: ({ isWon, isLost, stage }) => !isWon && !isLost && stage === 'COLD' },
]

/** How much of the touching each team did, by what became of the leads. Every lead of the cohort is in one row. */
export function balanceOf(cohort: TouchesByTeam[]): BalanceRow[] {
  return rows.map(({ label, of }) => {
    const alike = cohort.filter(of)
    const sum = (number: (group: TouchesByTeam) => number) => alike.reduce((total, group) => total + number(group), 0)
    return {
      label,
      leads: sum(({ leads }) => leads),
      marketingTouches: sum(({ marketingTouches }) => marketingTouches),
      salesTouches: sum(({ salesTouches }) => salesTouches),
    }
  })
}
