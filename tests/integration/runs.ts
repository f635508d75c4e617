/** How many runs a property has: with RUNS=10 ten times the usual, which finds more and takes ten times as long. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env.RUNS ?? 1))
