// Who can read the register in memory: devices and sheets, taken out for good, and the new keys that follow at the next
// exchange. Whoever is counted elsewhere is counted from here.

import { appError, type DeviceList, type DeviceRow, type ReaderKindDto } from "../index";
import { copy, type Register } from "./register";

const COLLEAGUE = "colleague’s laptop";

export function addReader(register: Register, label: string, kind: ReaderKindDto, now: number): DeviceRow {
  const by = register.readers.find((one) => one.thisDevice) ?? register.readers[0];
  const row: DeviceRow = {
    id: String(register.readers.length + 1).padStart(64, "0"),
    label,
    kind,
    thisDevice: false,
    addedAt: now,
    addedBy: by?.label ?? null,
    lastSeen: null,
    revokedAt: null,
    inEpoch: false,
  };
  register.readers.push(row);
  return row;
}

export function live(register: Register): DeviceRow[] {
  return register.readers.filter((one) => one.revokedAt === null);
}

export function deviceList(register: Register): DeviceList {
  const gone = register.readers.filter((one) => one.revokedAt !== null);
  return copy({
    devices: [...live(register), ...gone],
    epoch: {
      beganAt: register.epochBegan,
      due: register.epochDue,
      held: 0,
      protected: register.sync.protected,
    },
    onlyReader: live(register).length < 2,
  });
}

export function revokeDevice(register: Register, id: string, now: number): DeviceList {
  if (register.sync.buffer === null) throw appError("no_buffer");
  const row = register.readers.find((one) => one.id === id);
  if (row === undefined) throw appError("not_found");
  if (row.thisDevice) throw appError("bad_input", { field: "id" });
  const me = register.readers.find((one) => one.thisDevice);
  if (me?.addedBy != null && register.sync.lastOk === null) throw appError("refused", { detail: "exchange_first" });
  if (row.revokedAt === null) {
    Object.assign(row, { revokedAt: now, inEpoch: false });
    register.epochDue ??= "revoked";
  }
  return deviceList(register);
}

/** An exchange went through: new keys if they were due, and what the others wrote meanwhile. */
export function exchanged(register: Register, now: number, again: boolean): void {
  if (register.epochBegan === null || register.epochDue !== null) register.epochBegan = now;
  register.epochDue = null;
  const alone = register.readers.filter((one) => one.kind === "device").length < 2;
  if (again && alone) addReader(register, COLLEAGUE, "device", now);
  for (const one of live(register)) {
    if (one.kind !== "device") continue;
    one.inEpoch = true;
    if (!one.thisDevice) one.lastSeen = now;
  }
}
