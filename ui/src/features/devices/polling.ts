// Asks again and again until something is there, the screen goes away, or somebody else has the word.

/** Asks every few seconds. Returns how to stop. */
export function poll(ask: () => Promise<boolean>, failed: (thrown: unknown) => void, every = 2500): () => void {
  let going = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = async (): Promise<void> => {
    try {
      if (await ask()) going = false;
    } catch (thrown) {
      going = false;
      failed(thrown);
    }
    if (going) timer = setTimeout(() => void next(), every);
  };
  void next();
  return () => {
    going = false;
    clearTimeout(timer);
  };
}
