/** How often a property runs: as given, or FUZZ_RUNS times where that is more (`FUZZ_RUNS=100000 npx jest …`). */
export function fuzzRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.max(usual, Number(process.env.FUZZ_RUNS ?? 0) || 0) }
}
