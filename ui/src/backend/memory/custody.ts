// The custodian's half of the in-memory backend: which organisations there are, which one is open, and its use cases.

import type { CustodyBackend } from "../custody";
import { appError } from "../index";
import { accept, build, handOver, type House, organisation, paper, paperTest, paperWords, preview, sessionOf } from "./custody/organisation";
import * as work from "./custody/work";
import { copy } from "./register";

export interface CustodyOptions {
  now: () => number;
  pause: () => Promise<void>;
  /** Closes whatever register is open: at most one thing is open at a time. */
  closeRegister: () => void;
  /** An organisation that has gone its whole way in: its passphrase. A demonstration when `demo`. */
  ready?: { passphrase: string; demo: boolean } | undefined;
}

export const READY_NAME = "Migrant Families' Center";

/** The use cases, and how the register's half closes an open organisation. */
export function custodyBackend({ now, pause, closeRegister, ready }: CustodyOptions): CustodyBackend & { close: () => void; opened: () => object | null } {
  const houses: House[] = [];
  let open: House | null = null;

  const here = (): House => {
    if (open === null) throw appError("locked");
    return open;
  };
  const enter = (house: House) => {
    closeRegister();
    open = house;
    return sessionOf(house);
  };
  const answer = async <T>(ask: () => T): Promise<T> => copy({ value: ask() }).value;
  const saved = (name: string) => ({ name, folder: "Downloads" });

  if (ready !== undefined) {
    const house = build({ name: READY_NAME, jurisdiction: "PH", passphrase: ready.passphrase }, "organisation-0", now() - 200 * 86400);
    house.demo = ready.demo;
    house.testedAt = house.keySince;
    for (const step of ["paper", "card", "sign", "genesis"]) house.done.set(step, house.keySince);
    houses.push(house);
    house.buffer = "buffer.example";
    house.done.set("connect", house.keySince);
    void work.exchange(house, now(), () => {}, () => Promise.resolve());
  }

  return {
    close: () => { open = null; },
    opened: () => open,
    custodyStatus: () =>
      answer(() => ({
        organisations: houses.map(({ id, name, demo }) => ({ id, label: name, demo })),
        session: open === null ? null : sessionOf(open),
      })),
    custodyCreate: (input) =>
      answer(() => {
        const house = build(input, `organisation-${houses.length + 1}`, now());
        houses.push(house);
        return enter(house);
      }),
    custodyRecover: (input) =>
      answer(() => {
        const house = build(input, `organisation-${houses.length + 1}`, now());
        const test = paperTest(house, input.words, now());
        if (!test.ok) throw appError("bad_input", { field: "paper_words", detail: test.wrong.join(",") });
        houses.push(house);
        return enter(house);
      }),
    custodyUnlock: (id, passphrase) =>
      answer(() => {
        const house = houses.find((one) => one.id === id);
        if (house === undefined) throw appError("not_found");
        if (house.passphrase !== passphrase) throw appError("wrong_passphrase");
        return enter(house);
      }),
    custodyLock: async () => { open = null; },
    custodyTouch: () => answer(() => open !== null),

    custodyHome: () => answer(() => work.home(here(), now())),
    custodyOrganisation: () => answer(() => organisation(here())),
    custodyExchange: async (report) => copy(await work.exchange(here(), now(), report, pause)),

    custodyRequests: () => answer(() => here().requests.map(({ row }) => row)),
    custodyRequest: (id) => answer(() => work.request(here(), id)),
    custodyDecide: (input) => answer(() => work.decide(here(), input, now())),
    custodyOutgoing: (id) =>
      answer(() => {
        if (!work.request(here(), id).decisions.some(({ me, logged }) => me && !logged)) throw appError("not_found");
        return saved("to-the-log.ugnay");
      }),

    custodyPaperWords: () => answer(() => paperWords(here())),
    custodyPaperTest: (words) => answer(() => paperTest(here(), words, now())),
    custodySaveCard: () =>
      answer(() => {
        if (!paper(here()).exists) throw appError("refused", { detail: "paper_untested" });
        here().done.set("card", here().done.get("card") ?? now());
        return saved("organisation-card.ugnay");
      }),
    custodyFile: (bytes) => answer(() => preview(here(), bytes, now())),
    custodyFileAccept: (token) =>
      answer(() => {
        const { kind, name } = accept(here(), token, now());
        return { kind, saved: name === null ? null : saved(name) };
      }),
    custodyFileDrop: (token) => answer(() => { here().previews.delete(token); }),
    custodyConnect: (input) =>
      answer(() => {
        work.connect(here(), input.buffer, now());
        return organisation(here());
      }),

    custodyReceipts: () => answer(() => work.receiptsOf(here())),
    custodyDrills: () =>
      answer(() => ({
        last: null, due: here().lastOk === null ? null : now() + 40 * 86400,
        rows: here().requests.filter(({ row }) => row.drill).map(({ row }) => row),
      })),
    custodyHandover: () => answer(() => here().handover),
    custodyHandoverSave: () =>
      answer(() => {
        const { handover } = here();
        const again = handover.direction === "out" && handover.steps.some(({ code, done }) => code === "seal" && done);
        if (!again) handOver(here(), "seal", now());
        return saved("handover.ugnay");
      }),
    custodyHandoverDestroy: () =>
      answer(() => {
        if (!here().handover.canDestroy) throw appError("refused", { detail: "no_receipt" });
        handOver(here(), "destroy", now());
        return here().handover;
      }),
    custodyKeyChange: () => answer(() => work.keyChange(here())),
    custodyKeyChangeStart: () =>
      answer(() => {
        if (!paper(here()).exists) throw appError("refused", { detail: "paper_untested" });
        here().change ??= new Map([["born", now()]]);
        return work.keyChange(here());
      }),
    custodyKeyChangeFinish: async (report) => {
      report({ step: "resealing", done: 0, total: work.keyChange(here()).live });
      await pause();
      const done = work.finishKeyChange(here(), now());
      return copy({ ...done, change: work.keyChange(here()) });
    },

    custodyDemands: () => answer(() => work.demands(here(), now())),
    custodyDemandSave: (input) => answer(() => { work.saveDemand(here(), input, now()); return work.demands(here(), now()); }),
    custodyDemandsPublish: () => answer(() => { work.publishDemands(here(), now()); return work.demands(here(), now()); }),
    custodyStatement: (input) => answer(() => { work.state(here(), input, now()); return work.demands(here(), now()); }),

    custodyLog: () => answer(() => work.log(here())),
    custodyLogCheck: async (report) => {
      const { size } = work.log(here());
      for (const done of [0, Math.floor(size / 2), size]) {
        report({ step: "checking", done, total: size });
        await pause();
      }
      return copy(work.log(here()));
    },
  };
}
