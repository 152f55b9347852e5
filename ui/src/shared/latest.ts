// Asks while somebody types: one question under way at a time, the newest one waiting, and no old answer ever shown.

/**
 * Runs `ask` for the newest input. While one is under way only the last of those that follow is kept, so a slow backend
 * is not flooded and a fast one answers every key. `use` gets answers in the order of the questions.
 */
export function latest<In, Out>(
  ask: (input: In) => Promise<Out>,
  use: (output: Out, input: In) => void,
  fail: (thrown: unknown) => void,
): (input: In) => void {
  let busy = false;
  let waiting: { input: In } | null = null;

  const run = async (input: In): Promise<void> => {
    busy = true;
    try {
      const output = await ask(input);
      if (waiting === null) use(output, input);
    } catch (thrown) {
      if (waiting === null) fail(thrown);
    }
    const next = waiting as { input: In } | null;
    waiting = null;
    if (next === null) busy = false;
    else await run(next.input);
  };

  return (input) => {
    if (busy) waiting = { input };
    else void run(input);
  };
}
