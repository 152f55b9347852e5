// The seam's part for the line itself: the proxy it goes through.

export interface LineBackend {
  /** The SOCKS5 proxy of what is open, or of what is made next; empty for none. */
  proxy(): Promise<string>;
  /** Gives it back as it is kept. */
  setProxy(address: string): Promise<string>;
}

type Ask = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export function lineCommands(ask: Ask): LineBackend {
  return {
    proxy: () => ask("proxy"),
    setProxy: (address) => ask("set_proxy", { address }),
  };
}
