/** Asks that come at the same time, or while an earlier run is still going, are answered by one run. */

/**
 * Makes `ask` from `run`. `run` gets all waiting questions and answers each, in order; when it throws, all of them fail
 * with that error. Runs never overlap.
 */
export function gather<Question, Answer>(
  run: (questions: readonly Question[]) => Promise<readonly PromiseSettledResult<Answer>[]>,
): (question: Question) => Promise<Answer> {
  type Waiting = { question: Question; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let running = false

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const taken = waiting
      waiting = []
      try {
        const answers = await run(taken.map(({ question }) => question))
        for (const [i, { resolve, reject }] of taken.entries()) {
          const answer = answers[i]
          if (answer?.status === 'fulfilled') resolve(answer.value)
          else reject(answer?.reason)
        }
      } catch (error) {
        for (const { reject } of taken) reject(error)
      }
    }
    running = false
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (running) return
      running = true
      // The next turn: whoever asks in this one comes along.
      setImmediate(() => void drain())
    })
}
