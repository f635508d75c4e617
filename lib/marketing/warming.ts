/**
 * A cold lead is so many touches away from warm. Marketing works on them column by column: those nobody has reached,
 * those on their way, those one touch from warm.
 */
export type WarmingColumn = {
  /** Touches that its leads have. */
  touches: number
  title: string
  /** What the next step is. */
  aside: string
}

const counted = ['No touch yet', 'One touch', 'Two touches', 'Three touches', 'Four touches']

/** The columns from no touch to one from warm; `warmAt` is 3 to 5. */
export function warmingColumns(warmAt: number): WarmingColumn[] {
  return Array.from({ length: warmAt }, (_, touches) => ({
    touches,
    title: touches === warmAt - 1 ? 'One from warm' : (counted[touches] ?? `${touches} touches`),
    aside: touches === 0 ? 'first contact' : touches === warmAt - 1 ? `${touches} touches` : '',
  }))
}
