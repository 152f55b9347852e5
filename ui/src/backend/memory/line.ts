// The proxy in memory, by the rules of ugnay-app proxy.rs: what is open keeps its own, what is made next begins with the last.

import { appError } from "../index";
import type { LineBackend } from "../line";

/** `open` is whatever is open now; nothing while nothing is. */
export function lines(open: () => object | null): LineBackend {
  const kept = new WeakMap<object, string>();
  let next = "";
  return {
    proxy: () => {
      const one = open();
      if (one !== null && !kept.has(one)) kept.set(one, next);
      return Promise.resolve(one === null ? next : (kept.get(one) ?? ""));
    },
    setProxy: (typed) => {
      const address = typed.trim().replace(/^socks5h:\/\//, "");
      if (address !== "" && !/^[^\s/@:?#]+:\d{1,5}$/.test(address)) return Promise.reject(appError("bad_input", { field: "socks" }));
      next = address === "" ? "" : `socks5h://${address}`;
      const one = open();
      if (one !== null) kept.set(one, next);
      return Promise.resolve(next);
    },
  };
}
